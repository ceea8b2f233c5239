"""What every room uses: errors that name place and remedy, reading files of bron/, swapping folders, running Node,
HTML from templates.

Imports nothing of ours but `decision_trees`.
"""
