// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.pointwatch.wire.Json;
import tools.jackson.databind.JsonNode;

/** A page as a person has it: things are found by role and name, pressed, typed into and read. */
final class Tab {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Integer> CODES = Map.of("Enter", 13, "Tab", 9, "Escape", 27, "ArrowRight", 39);

    private final DevTools devTools;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Tab(DevTools devTools, String session) {
        this.devTools = devTools;
        this.session = session;
        devTools.hear(this::heard);
        List.of("Runtime", "Log", "Page", "DOM", "Accessibility").forEach(domain -> call(domain + ".enable", Map.of()));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return devTools.call(session, method, parameters);
    }

    /** Errors and warnings of the console, exceptions that nobody caught, what the page's policy refused. */
    private void heard(JsonNode event) {
        if (!session.equals(event.path("sessionId").asString(""))) {
            return;
        }
        var about = event.path("params");
        switch (event.path("method").asString()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(about.path("exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(about.path("type").asString())) {
                    complaints.add(about.path("args").toString());
                }
            }
            case "Log.entryAdded" -> {
                if ("error".equals(about.path("entry").path("level").asString())) {
                    complaints.add(about.path("entry").toString());
                }
            }
            default -> {}
        }
    }

    void close() {
        call("Page.close", Map.of());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void dark(boolean dark) {
        var feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** Returns when every panel has had its answer. */
    void open(String address) {
        evaluate("window.left = true");
        call("Page.navigate", Map.of("url", address));
        settle();
    }

    void reload() {
        evaluate("window.left = true");
        call("Page.reload", Map.of());
        settle();
    }

    void settle() {
        until(
                "!window.left && document.readyState === 'complete' && document.querySelector('#content')?.children.length > 0"
                        + " && !document.querySelector('.panel:not([hidden]) .wait, dl.totals:empty')");
    }

    JsonNode evaluate(String script) {
        var answer =
                call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new DevTools.Refused(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    void until(String condition) {
        Awaitility.await(condition)
                .atMost(PATIENCE)
                .ignoreException(DevTools.Refused.class)
                .until(() -> evaluate("Boolean(" + condition + ")").asBoolean());
    }

    String text(String selector) {
        return evaluate("document.querySelector(" + Json.MAPPER.writeValueAsString(selector) + ")?.innerText ?? ''")
                .asString();
    }

    // ---- by role and name -----------------------------------------------------------------------------------------

    /** What assistive technology finds under this role, with its names. */
    List<JsonNode> all(String role) {
        var root = call("DOM.getDocument", Map.of("depth", 0)).path("root").path("nodeId");
        var found = new ArrayList<JsonNode>();
        call("Accessibility.queryAXTree", Map.of("nodeId", root.asInt(), "role", role))
                .path("nodes")
                .forEach(node -> {
                    if (!node.path("ignored").asBoolean()) {
                        found.add(node);
                    }
                });
        return found;
    }

    List<String> names(String role) {
        return all(role).stream().map(Tab::name).toList();
    }

    private static String name(JsonNode node) {
        return node.path("name").path("value").asString("");
    }

    /** The first thing of this role whose name begins so; waits for it. */
    private int find(String role, String name) {
        var found = new AtomicReference<Integer>();
        Awaitility.await(role + " \"" + name + "\"")
                .atMost(PATIENCE)
                .ignoreException(DevTools.Refused.class)
                .until(() -> {
                    all(role).stream()
                            .filter(node -> name(node).startsWith(name))
                            .findFirst()
                            .ifPresent(node ->
                                    found.set(node.path("backendDOMNodeId").asInt()));
                    return found.get() != null;
                });
        return found.get();
    }

    /** Once more where the page put something else in its place meanwhile. */
    void click(String role, String name) {
        Awaitility.await("click on " + role + " \"" + name + "\"")
                .atMost(PATIENCE)
                .ignoreException(DevTools.Refused.class)
                .until(() -> {
                    press(find(role, name));
                    return true;
                });
    }

    private void press(int node) {
        call("DOM.scrollIntoViewIfNeeded", Map.of("backendNodeId", node));
        var quad = call("DOM.getContentQuads", Map.of("backendNodeId", node))
                .path("quads")
                .path(0);
        var x = (quad.path(0).asDouble() + quad.path(4).asDouble()) / 2;
        var y = (quad.path(1).asDouble() + quad.path(5).asDouble()) / 2;
        for (var type : List.of("mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
        }
    }

    /** Chooses a value of a box, as a person would by its name. */
    void choose(String box, String value) {
        var node = call("DOM.resolveNode", Map.of("backendNodeId", find("combobox", box)));
        call(
                "Runtime.callFunctionOn",
                Map.of(
                        "objectId",
                        node.path("object").path("objectId").asString(),
                        "functionDeclaration",
                        "function (v) { this.value = v; this.dispatchEvent(new Event('change', { bubbles: true })); }",
                        "arguments",
                        List.of(Map.of("value", value))));
    }

    void type(String keys) {
        keys.chars().forEach(c -> key(String.valueOf((char) c)));
    }

    void key(String key) {
        var code = CODES.get(key);
        var down = new LinkedHashMap<String, Object>(Map.of("type", "keyDown", "key", key));
        if (code != null) {
            down.put("windowsVirtualKeyCode", code);
            if (key.equals("Enter")) {
                down.put("text", "\r");
            }
        } else {
            down.put("text", key);
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Name of what has the focus. */
    String focused() {
        return evaluate("document.activeElement?.getAttribute('aria-label') || document.activeElement?.innerText || ''")
                .asString();
    }

    void screenshot(Path file) {
        var shot = call("Page.captureScreenshot", Map.of("captureBeyondViewport", false));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(shot.path("data").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
