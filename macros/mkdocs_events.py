"""MkDocs' events: where the build calls on this package. Each event is a line or two; the work stands elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros import author_sandbox as authors
from macros import steps as build
from macros import theme
from macros.shared.errors import BuildError
from macros.shared.stored_files import read_text


def _or_abort(action: Any, *arguments: Any) -> Any:
    """Run a step of the build; its error becomes MkDocs' own way to stop."""
    try:
        return action(*arguments)
    except BuildError as error:
        raise Abort(f"build stopped: {error}") from error


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse an address that would break pages; have authors' macros filled in where nothing else can be called."""
    _or_abort(build.check_address, config.site_url or "")
    authors.install(config.plugins["macros"])
    return config


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The page's file, or an error that an author can use; pages that the build made are MkDocs' own to read."""
    if page.file.generated_by:
        return None
    return _or_abort(read_text, Path(config.docs_dir).parent, f"docs/{page.file.src_uri}")  # type: ignore[no-any-return]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of every tree (the tree itself, and its tables for jurists) and the theme's own files."""
    for path, content in build.tree_pages():
        files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    for address, file in theme.assets():
        files.append(File.generated(config, address, abs_src_path=str(file)))
    files.append(File.generated(config, f"assets/{theme.STYLES}", content=_or_abort(theme.styles)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Read the register before any page is made, so that pages can refer to all of it."""
    _or_abort(build.prepare, config, [page.file.src_uri for page in nav.pages])
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the Markdown extension which page it reads."""
    return _or_abort(build.page_markdown, markdown, page)  # type: ignore[no-any-return]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in what the page's macros made."""
    return build.page_content(html, page)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Do what needs all pages; keep the theme's templates compiled, which takes as long as a third of the build."""
    root = Path(config.config_file_path).parent
    pages = [file.page for file in files.documentation_pages() if file.page]
    build.all_read(root, pages)
    templates = root / ".cache" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(templates))
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the page its content security policy."""
    return build.finish_page(output, page)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for pages that are not Markdown, such as 404.html."""
    return build.finish_template(output_content, template_name)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files for other software and the browser's runtime beside the pages."""
    _or_abort(build.finish, config, Path(config.site_dir))
