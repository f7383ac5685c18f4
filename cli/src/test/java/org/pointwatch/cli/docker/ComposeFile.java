// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** As much of a compose file as ours use: anchors, merge keys, variables with a default. */
record ComposeFile(Map<String, Service> services) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    record Service(
            String image,
            List<String> command,
            Map<String, String> environment,
            List<String> healthcheck,
            List<String> tmpfs,
            boolean readOnly) {}

    static ComposeFile read(String name, Map<String, String> variables) throws IOException {
        var file = Path.of(System.getProperty("basedir", "."), "..", "deploy", name);
        var yaml = substitute(Files.readString(file), variables);
        var root = map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        var services = new LinkedHashMap<String, Service>();
        map(root.get("services")).forEach((service, fields) -> services.put(service, service(map(fields))));
        return new ComposeFile(services);
    }

    private static Service service(Map<String, Object> fields) {
        var environment = new LinkedHashMap<String, String>();
        map(fields.get("environment")).forEach((key, value) -> environment.put(key, value.toString()));
        return new Service(
                fields.get("image").toString(),
                strings(fields.get("command")),
                environment,
                strings(map(fields.get("healthcheck")).get("test")),
                strings(fields.get("tmpfs")),
                Boolean.TRUE.equals(fields.get("read_only")));
    }

    private static String substitute(String yaml, Map<String, String> variables) {
        return VARIABLE.matcher(yaml).replaceAll(found -> {
            var value = variables.get(found.group(1));
            if (value == null && !"-".equals(found.group(2))) {
                throw new IllegalArgumentException("the variable " + found.group(1) + " has no value and no default");
            }
            return Matcher.quoteReplacement(value == null ? found.group(3) : value);
        });
    }

    /** A mapping with what its merge key brings; own fields are stronger. */
    private static Map<String, Object> map(Object yaml) {
        var merged = new LinkedHashMap<String, Object>();
        if (yaml instanceof Map<?, ?> fields) {
            if (fields.get("<<") != null) {
                merged.putAll(map(fields.get("<<")));
            }
            fields.forEach((key, value) -> merged.put(key.toString(), value));
            merged.remove("<<");
        }
        return merged;
    }

    private static List<String> strings(Object yaml) {
        return yaml instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
