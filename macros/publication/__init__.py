"""What is done to a finished site, and how it is published: policy, metadata, service worker, packed copies, versions.

Works on finished pages and knows no Markdown. Imports `theme`, `edition`, `text`, `handbook`, `runtime`, `shared`.
"""
