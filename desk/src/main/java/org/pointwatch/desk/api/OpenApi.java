// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document of the operations. */
final class OpenApi {
    static final String TYPE = "application/json; charset=utf-8";

    private static final String NOT_MODIFIED = "Nothing changed since the answer with the ETag of If-None-Match.";

    private static final String ELSE = "Anything else that goes wrong; the message says what would do.";

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    static Map<String, Object> of(List<Operation> operations) {
        return new OpenApi().document(operations);
    }

    private Map<String, Object> document(List<Operation> operations) {
        var paths = new LinkedHashMap<String, Object>();
        for (var operation : operations) {
            @SuppressWarnings("unchecked")
            var methods = (Map<String, Object>) paths.computeIfAbsent(operation.path(), p -> new LinkedHashMap<>());
            methods.put(operation.method().toLowerCase(Locale.ROOT), told(operation));
        }
        Besides.all().forEach(route -> paths.put(route.path(), Map.of("get", told(route))));
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("paths", paths);
        schemas.of(Problem.class);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.named(),
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        document.put("security", List.of(Map.of(), Map.of("token", List.of())));
        return document;
    }

    private static Map<String, Object> info() {
        return ordered(
                "title",
                "Pointwatch desk",
                "version",
                "1",
                "summary",
                "What the press says about each point of a plan, with the sentence behind every number.",
                "description",
                """
                Times are RFC 3339, UTC. `asOf` is the newest event time stored. A range is of event time, in whole quarters of \
                an hour. *articles* = *stories* + *copies* + *updates*; *outlets* are distinct over whatever they are told for \
                and never add up. A sentiment mean is shown from five values on, with its 95 % confidence interval. Every \
                parameter is checked: an unknown one, or a bad value, is answered 400 with what would do. Rows come newest \
                first unless said otherwise; `next` is the `cursor` of the next page, also in the header Link. A weak ETag \
                changes with all that the sink stores.""",
                "license",
                Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    private Map<String, Object> told(Operation operation) {
        var told = new LinkedHashMap<String, Object>();
        told.put("operationId", operationId(operation));
        told.put("summary", operation.summary());
        told.put("parameters", parameters(operation));
        if (operation.body() != null) {
            told.put(
                    "requestBody",
                    ordered("required", true, "content", Map.of("application/json", schema(operation.body()))));
        }
        told.put("responses", responses(operation));
        if (operation.access() != Operation.Access.READ) {
            told.put("security", List.of(Map.of("token", List.of())));
        }
        return told;
    }

    private Map<String, Object> told(Besides route) {
        var content = route.answer() == null ? Map.of("schema", Map.of("type", "string")) : schema(route.answer());
        var responses = new LinkedHashMap<String, Object>();
        responses.put("200", ordered("description", route.format(), "content", Map.of(route.type(), content)));
        if (route.validated()) {
            responses.put("304", Map.of("description", NOT_MODIFIED));
        }
        responses.put("400", problem("A parameter is wrong; the message says which and what would do."));
        responses.put("401", problem("This desk wants its token."));
        responses.put("503", problem("The desk has no database, or has no place for one more reader of the stream."));
        responses.put("default", problem(ELSE));
        return ordered(
                "operationId",
                operationId("get", route.path()),
                "summary",
                route.summary(),
                "description",
                "Unknown parameters are ignored here.",
                "parameters",
                route.params().stream().map(OpenApi::parameter).toList(),
                "responses",
                responses);
    }

    static String operationId(Operation operation) {
        return operationId(operation.method().toLowerCase(Locale.ROOT), operation.path());
    }

    private static String operationId(String method, String path) {
        var words = new StringBuilder(method);
        for (var part : path.replaceAll("^/(api/(v1/)?)?|[{}]", "").split("[/.-]")) {
            words.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return words.toString();
    }

    private static List<Map<String, Object>> parameters(Operation operation) {
        var all = new ArrayList<Map<String, Object>>();
        for (var segment : operation.path().split("/")) {
            if (segment.startsWith("{")) {
                all.add(ordered(
                        "name",
                        segment.substring(1, segment.length() - 1),
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Map.of("type", "string")));
            }
        }
        operation.params().forEach(param -> all.add(parameter(param)));
        return all;
    }

    private static Map<String, Object> parameter(Param param) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", param.kind() == ParamKind.COUNT ? "integer" : "string");
        if (param.kind() == ParamKind.COUNT) {
            schema.put("minimum", 1);
            schema.put("maximum", Asked.MOST_ROWS);
        }
        if (!param.words().isEmpty()) {
            schema.put("enum", param.words());
        }
        if (param.byDefault() != null) {
            schema.put(
                    "default",
                    param.kind() == ParamKind.COUNT ? Integer.valueOf(param.byDefault()) : param.byDefault());
        }
        var told = ordered("name", param.name(), "in", "query", "description", param.meaning());
        told.put(
                "schema",
                param.many() ? ordered("type", "array", "items", schema, "maxItems", Param.MOST_VALUES) : schema);
        if (param.kind() != ParamKind.CURSOR
                && !param.kind().example().isEmpty()
                && !param.many()
                && param.kind() != ParamKind.COUNT) {
            told.put("example", param.kind().example());
        }
        return told;
    }

    private Map<String, Object> responses(Operation operation) {
        var responses = new LinkedHashMap<String, Object>();
        responses.put("200", ordered("description", "The answer.", "content", contents(operation)));
        if (operation.method().equals("GET")) {
            responses.put("304", Map.of("description", NOT_MODIFIED));
        }
        responses.put("400", problem("A parameter or the body is wrong; the message says which and what would do."));
        responses.put("401", problem("This desk wants its token."));
        if (operation.access() != Operation.Access.READ) {
            responses.put("403", problem("This needs the write token."));
        }
        if (operation.path().contains("{")) {
            responses.put("404", problem("There is no such thing."));
        }
        if (operation.body() != null) {
            responses.put("413", problem("The body is longer than 1 MiB."));
            responses.put("415", problem("The body is not said to be application/json."));
        }
        responses.put("503", problem("The desk has no database, or what it needs does not answer, or too many ask."));
        responses.put("default", problem(ELSE));
        return responses;
    }

    private Map<String, Object> contents(Operation operation) {
        var contents = new LinkedHashMap<String, Object>();
        if (operation.answer() != null) {
            contents.put("application/json", schema(operation.answer()));
        }
        var formats = operation.params().stream()
                .filter(p -> p.name().equals("format"))
                .flatMap(p -> p.words().stream())
                .toList();
        var text = Map.of("schema", Map.of("type", "string"));
        if (formats.contains("csv")) {
            contents.put("text/csv", text);
        }
        if (formats.contains("jsonl")) {
            contents.put("application/x-ndjson", text);
        }
        if (formats.contains("md")) {
            contents.put("text/markdown", text);
        }
        return contents;
    }

    private Map<String, Object> schema(Class<?> type) {
        return Map.of("schema", schemas.of(type));
    }

    private Map<String, Object> problem(String meaning) {
        return ordered("description", meaning, "content", Map.of("application/json", schema(Problem.class)));
    }

    private static Map<String, Object> ordered(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                map.put(String.valueOf(pairs[i]), value);
            }
        }
        return map;
    }
}
