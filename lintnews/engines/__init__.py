"""Outside engines that may add findings: LanguageTool over HTTP, Harper in process."""
