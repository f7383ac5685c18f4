// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit.families;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.databind.json.JsonMapper;

/** One object a line, as {@code ./pointwatch stories} reads them, with the labels beside the fields. */
final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLines() {}

    static void write(Labelled article, Writer out) throws IOException {
        var line = JSON.createObjectNode()
                .put("id", article.id())
                .put("outlet", article.outlet())
                .put("title", article.title())
                .put("text", article.text())
                .put("published", article.published().toString())
                .put("family", article.family())
                .put("kind", article.kind());
        line.putObject("truth")
                .put("story", article.truthStory())
                .put("relation", article.truthRelation())
                .put("of", article.truthOf());
        out.write(line.toString());
        out.write('\n');
    }
}
