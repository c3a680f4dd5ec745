"""Search: French analysis, index, queries, facets, snippets. The only user of Whoosh."""
