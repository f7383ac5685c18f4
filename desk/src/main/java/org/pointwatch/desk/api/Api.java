// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pointwatch.wire.Json;
import org.pointwatch.wire.override.OverrideException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Finds the operation of a request, checks it, lets it answer from one view of the tables, and writes the answer. */
public final class Api {
    public static final String PREFIX = "/api/v1/";

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String CANCELLED = "57014";

    /** A field that stands twice says two things. */
    private static final ObjectReader BODIES = Json.MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final List<Operation> operations;
    private final @Nullable Tables tables;
    private final Counter failures;

    Api(List<Operation> operations, @Nullable Tables tables, MeterRegistry metrics) {
        this.operations = List.copyOf(operations);
        this.tables = tables;
        failures = metrics.counter("pointwatch.desk.api.failed");
    }

    List<Operation> operations() {
        return operations;
    }

    /** The path as its operations have it, such as {@code /api/v1/stories/{id}}; null if there are none. */
    public @Nullable String route(String path) {
        return operations.stream()
                .map(Operation::path)
                .filter(template -> Paths.segments(template, path) != null)
                .findFirst()
                .orElse(null);
    }

    public Answer answer(Ask ask) {
        var template = route(ask.path());
        var method = ask.method().equals("HEAD") ? "GET" : ask.method();
        var here = operations.stream().filter(o -> o.path().equals(template)).toList();
        var found = here.stream().filter(o -> o.method().equals(method)).findFirst();
        if (found.isEmpty()) {
            var methods = new TreeSet<>(here.stream().map(Operation::method).toList());
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return new Answer(
                    405,
                    Written.JSON,
                    Written.json(new Problem(ask.path() + " takes " + String.join(", ", methods))),
                    Map.of("Allow", String.join(", ", methods), "Cache-Control", "no-store"));
        }
        try {
            return checked(found.get(), ask);
        } catch (Refusal e) {
            return Written.problem(e.status(), e.getMessage());
        } catch (OverrideException e) {
            return Written.problem(e.isWrong() ? 400 : 503, e.getMessage());
        } catch (SQLException e) {
            return failed(ask, e);
        }
    }

    private Answer checked(Operation operation, Ask ask) throws SQLException {
        Permission.check(operation, ask);
        var asked = Asked.of(operation.params(), new LinkedHashMap<>(ask.query()));
        var segments = Paths.segments(operation.path(), ask.path());
        var body = operation.body() == null ? null : body(operation.body(), ask.body());
        var known = segments == null ? Map.<String, String>of() : segments;
        if (tables == null || !operation.asksTables()) {
            return Written.of(operation, ask, asked, new Call(asked, known, body, null, Stamp.NONE, ask.desk()));
        }
        try (var connection = open(operation, tables)) {
            return Written.of(
                    operation, ask, asked, new Call(asked, known, body, connection, stamp(connection), ask.desk()));
        }
    }

    /** What the tables do not decide, such as a text to try, is answered without them where they are away. */
    private static @Nullable Connection open(Operation operation, Tables tables) throws SQLException {
        try {
            return tables.open();
        } catch (SQLException e) {
            if (operation.steady()) {
                throw e;
            }
            return null;
        }
    }

    private static Stamp stamp(@Nullable Connection connection) throws SQLException {
        return connection == null ? Stamp.NONE : Stamp.read(connection);
    }

    private static Object body(Class<?> type, byte @Nullable [] bytes) {
        try {
            var tree = BODIES.readTree(bytes == null ? new byte[0] : bytes);
            if (tree == null || !tree.isObject()) {
                throw Refusal.bad("the body is no JSON object: send " + fields(type));
            }
            for (var name : tree.propertyNames()) {
                if (!fields(type).contains(name)) {
                    throw Refusal.bad("field " + Shown.of(name) + " is unknown here: the body has " + fields(type));
                }
            }
            for (var name : Schemas.required(type)) {
                if (tree.path(name).isMissingNode() || tree.path(name).isNull()) {
                    throw Refusal.bad("field " + name + " is missing: the body has " + fields(type));
                }
            }
            texts(tree, type);
            return Json.MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw Refusal.bad("the body is not as it should be (" + Shown.of(e.getOriginalMessage())
                    + "): send a JSON object with " + fields(type));
        }
    }

    private static void texts(JsonNode tree, Class<?> type) {
        for (var field : type.getRecordComponents()) {
            var value = tree.path(field.getName());
            if (field.getType() == String.class && !value.isString() && !value.isMissingNode() && !value.isNull()) {
                throw Refusal.bad("field " + field.getName() + " is no text: send a JSON string");
            }
        }
    }

    private static List<String> fields(Class<?> type) {
        return List.of(type.getRecordComponents()).stream()
                .map(f -> f.getName())
                .toList();
    }

    private Answer failed(Ask ask, SQLException e) {
        if (e instanceof NoTables) {
            return Written.problem(
                    503, "this desk was started without a database: set db.url to the one that the sink fills");
        }
        failures.increment();
        LOG.warn(
                "cannot answer {} from the database: {}",
                Shown.of(ask.path()),
                String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " "));
        var state = String.valueOf(e.getSQLState());
        if (state.equals(UNDEFINED_TABLE) || state.equals(UNDEFINED_COLUMN)) {
            return Written.problem(
                    503, "the database is behind this desk: start a sink of this version, which brings its tables on");
        }
        if (state.equals(CANCELLED)) {
            return Written.problem(
                    503, "the database took too long over this: ask for a shorter range or fewer targets");
        }
        return Written.problem(
                503,
                e instanceof SQLTransientConnectionException && state.equals("null")
                        ? "too many ask at once: try again in a moment"
                        : "the desk's database does not answer; the desk's log says why");
    }
}
