// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Dossiers in files, and those that ship on the class path, such as {@code shipped:ukraine-peace-plan}. */
public final class DossierFiles implements DossierSource {
    public static final String SHIPPED = "shipped:";

    private static final String ROOT = "/dossiers/";
    private static final int MOST_BYTES = 4 * DossierFile.LONGEST;
    private static final String MEND = "name a dossier file in UTF-8";

    /** @param name path of a file, or that of a shipped dossier */
    public static DossierLoad load(String name) {
        return load(name, DossierFile::load);
    }

    /** Leaves the examples alone: for a shipped dossier, whose examples were tried when it was built. */
    public static DossierLoad loadUntried(String name) {
        return load(name, DossierFile::loadUntried);
    }

    private interface Loading {
        DossierLoad load(String name, String yaml, DossierSource source);
    }

    private static DossierLoad load(String name, Loading loading) {
        var files = new DossierFiles();
        var answer = files.find("", name);
        if (answer instanceof Text text) {
            return loading.load(text.name(), text.yaml(), files);
        }
        var none = (Unreadable) answer;
        return new DossierLoad.Refused(List.of(new DossierProblem(name, 1, 1, "", none.problem(), none.mend())));
    }

    @Override
    public Answer find(String from, String include) {
        try {
            if (include.startsWith(SHIPPED)) {
                var id = include.substring(SHIPPED.length());
                return shipped(id.contains("/") ? id : id + "/dossier.yaml");
            }
            return from.startsWith(SHIPPED)
                    ? shipped(beside(from.substring(SHIPPED.length()), include))
                    : file(beside(from, include));
        } catch (InvalidPathException e) {
            return new Unreadable("'" + include + "' is no path", MEND);
        }
    }

    private static String beside(String from, String include) {
        return Path.of(from).resolveSibling(include).normalize().toString();
    }

    private static Answer shipped(String path) {
        var none = "'" + SHIPPED + path + "' does not ship with the program";
        if (path.startsWith("..") || path.startsWith("/")) {
            return new Unreadable(none, MEND);
        }
        try (var in = DossierFiles.class.getResourceAsStream(ROOT + path)) {
            return in == null
                    ? new Unreadable(none, "write shipped: and the id of a shipped dossier")
                    : text(SHIPPED + path, in);
        } catch (IOException e) {
            return new Unreadable("'" + SHIPPED + path + "' cannot be read (" + e + ")", MEND);
        }
    }

    private static Answer file(String path) {
        if (!Files.isRegularFile(Path.of(path))) {
            return new Unreadable("no file '" + path + "'", MEND);
        }
        try (var in = Files.newInputStream(Path.of(path))) {
            return text(path, in);
        } catch (IOException e) {
            return new Unreadable("'" + path + "' cannot be read (" + e + ")", MEND);
        }
    }

    private static Answer text(String name, InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            var problem = "'" + name + "' has more than " + DossierFile.LONGEST + " characters";
            return new Unreadable(problem, "make the dossier smaller");
        }
        var text = CharBuffer.allocate(bytes.length);
        var decoded = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(decoded, text, true);
        return result.isError()
                ? new Unreadable("'" + name + "' is not UTF-8 on line " + line(bytes, decoded.position()), MEND)
                : new Text(name, text.flip().toString());
    }

    private static int line(byte[] bytes, int end) {
        var line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
