// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The desk's OpenAPI document, which every answer is held against: its status, its type, and each field of its JSON. */
final class Described {
    private final JsonNode document;

    Described(String document) {
        this.document = Json.MAPPER.readTree(document);
    }

    /** What the document does not tell of, such as pages, and methods that a route does not take, are left alone. */
    void holds(String method, String path, HttpResponse<String> answer) {
        var told = operation(method.equals("HEAD") ? "GET" : method, path.replaceFirst("\\?.*", ""));
        if (told == null) {
            return;
        }
        var responses = told.path("responses");
        var status = String.valueOf(answer.statusCode());
        var response = responses.has(status) ? responses.path(status) : responses.path("default");
        var what = method + " " + path + " -> " + status + " " + answer.body();
        assertThat(response.isObject()).as(what).isTrue();
        assertThat(answer.statusCode() >= 400 || responses.has(status)).as(what).isTrue();
        if (method.equals("HEAD") || answer.statusCode() == 304) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        var content = response.path("content").path(type);
        assertThat(content.isObject()).as(what + " as " + type).isTrue();
        if (type.equals("application/json")) {
            fits(content.path("schema"), answer.body(), what);
        }
    }

    private @Nullable JsonNode operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(one -> path.matches(one.getKey().replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+")))
                .map(one -> one.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(null);
    }

    private void fits(JsonNode schema, String body, String what) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        var problems = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON);
        assertThat(problems).as(what).isEmpty();
    }
}
