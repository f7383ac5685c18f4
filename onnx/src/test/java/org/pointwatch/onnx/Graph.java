// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.onnx;

/** An ONNX model put together node by node; the field numbers are those of onnx.proto. */
final class Graph {
    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;

    private final Proto graph = new Proto().text(2, "tiny");

    /** @param shape -1 for a length that is open */
    Graph input(String name, int type, long... shape) {
        graph.message(11, value(name, type, shape));
        return this;
    }

    Graph output(String name, int type, long... shape) {
        graph.message(12, value(name, type, shape));
        return this;
    }

    Graph constant(String name, float[] values, long... shape) {
        var tensor = new Proto();
        for (var length : shape) {
            tensor.number(1, length);
        }
        graph.message(5, tensor.number(2, FLOAT).text(8, name).floats(9, values));
        return this;
    }

    Graph constant(String name, long... values) {
        graph.message(
                5,
                new Proto()
                        .number(1, values.length)
                        .number(2, INT64)
                        .text(8, name)
                        .longs(9, values));
        return this;
    }

    /** @param attributes names and whole numbers, by turns */
    Graph node(String operator, String output, String[] inputs, Object... attributes) {
        var node = new Proto();
        for (var input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(4, operator);
        for (var i = 0; i < attributes.length; i += 2) {
            var attribute = new Proto().text(1, (String) attributes[i]).number(3, (int) attributes[i + 1]);
            node.message(5, attribute.number(20, 2));
        }
        graph.message(1, node);
        return this;
    }

    byte[] toBytes() {
        var operators = new Proto().text(1, "").number(2, 13);
        return new Proto().number(1, 8).message(7, graph).message(8, operators).toBytes();
    }

    private static Proto value(String name, int type, long... shape) {
        var dimensions = new Proto();
        for (var length : shape) {
            dimensions.message(1, length < 0 ? new Proto().text(2, "open") : new Proto().number(1, length));
        }
        var tensor = new Proto().number(1, type).message(2, dimensions);
        return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
    }
}
