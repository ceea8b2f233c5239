#!/usr/bin/python3
"""A bare window of WebKitGTK for the tests, run by Debian's own Python: what is kept is kept on disk, as in a reader's browser.

The small browser that Debian ships keeps nothing under a driver: it is a private window. `--private` makes this one too.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402  after the versions

if "--private" in sys.argv:
    kept = WebKit2.WebsiteDataManager.new_ephemeral()
else:
    kept = WebKit2.WebsiteDataManager(
        base_data_directory=os.environ["XDG_DATA_HOME"], base_cache_directory=os.environ["XDG_CACHE_HOME"]
    )
context = WebKit2.WebContext.new_with_website_data_manager(kept)
context.set_automation_allowed(True)
window = Gtk.Window()


def started(_context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    """A driver asks for the window's one page."""
    about = WebKit2.ApplicationInfo()
    about.set_name("WebKitGTK")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", lambda _session: page)


page = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
window.add(page)
window.show_all()
context.connect("automation-started", started)
Gtk.main()
