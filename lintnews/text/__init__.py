"""What language there is in a View: tokens, paragraphs, sentences, quotations, mentions."""
