"""Forms made of a walk: consent to sign, taking it back, the record of the weighing, and a message to the receiver.

A form is data: blocks, each with what it rests on. The page shows them, `word` writes them as a Word file. Nothing is kept, and
nobody is named: names are written by hand. The browser fetches this package when a form is asked for, not at the start.
"""
