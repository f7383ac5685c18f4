// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.testkit;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Services that the first asking test class starts and the end of the run closes. */
final class PerJvm {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(PerJvm.class);

    private PerJvm() {}

    /** JUnit closes what is kept in the root store, at the end of the run. */
    static <T extends AutoCloseable> T get(ExtensionContext context, Class<T> type, Supplier<T> start) {
        return context.getRoot().getStore(HERE).getOrComputeIfAbsent(type, ignored -> start.get(), type);
    }

    /** False for a nested class, which shares what its outer class has. */
    static boolean outermost(ExtensionContext context) {
        return context.getParent().flatMap(ExtensionContext::getTestClass).isEmpty();
    }
}
