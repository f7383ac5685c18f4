// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.wire.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class DossierFilesTest {
    @TempDir
    private Path dir;

    private String file(String name, String yaml) throws IOException {
        var file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, yaml).toString();
    }

    private static DossierLoad.Loaded loaded(String name) {
        var load = DossierFiles.load(name);
        assertThat(load).isInstanceOf(DossierLoad.Loaded.class);
        return (DossierLoad.Loaded) load;
    }

    private static String problem(String name) {
        var problems = ((DossierLoad.Refused) DossierFiles.load(name)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    @Test
    void loadsAShippedDossierWithWhatLiesBesideIt() {
        assertThat(loaded("shipped:harbour").dossier().actor("mayor")).isPresent();
    }

    @Test
    void extendsAShippedDossierFromAFileThatIncludesOthersBesideIt() throws IOException {
        file("parts/more.yaml", "remove: {actors: [mayor]}\n");
        file("parts/all.yaml", "includes: [more.yaml]\n");
        var desk = file("desk.yaml", "includes: ['shipped:harbour', parts/all.yaml]\nlabel: ours\n");
        var dossier = loaded(desk).dossier();
        assertThat(dossier.label()).isEqualTo("ours");
        assertThat(dossier.actors()).isEmpty();
        assertThat(loaded(dir + "/parts/../desk.yaml").dossier()).isEqualTo(dossier);
    }

    @Test
    void seesARoundHoweverThePathIsWritten() throws IOException {
        file("parts/back.yaml", "includes: [../desk.yaml]\n");
        var desk = file("desk.yaml", "includes: ['shipped:harbour', ./parts/back.yaml]\n");
        assertThat(problem(desk)).contains("the includes go round: " + desk + " -> ", "back.yaml -> " + desk);
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        var bytes = dir.resolve("latin.yaml");
        Files.write(bytes, new byte[] {'i', 'd', ':', '\n', 'a', (byte) 0xE9, '\n'});
        assertThat(problem(bytes.toString())).contains("is not UTF-8 on line 2");
        assertThat(problem(dir.toString())).contains("no file");
        assertThat(problem(dir + "/none.yaml")).contains("no file").contains("name a dossier file");
        assertThat(problem("a\0b")).contains("is no path");
        assertThat(problem("shipped:nowhere")).contains("does not ship with the program");
        assertThat(problem("shipped:../harbour/dossier.yaml")).contains("does not ship with the program");
        assertThat(problem(file("desk.yaml", "includes: ['shipped:harbour', 'x.yaml']\n")))
                .endsWith("desk.yaml:1:31: includes[1]: no file '" + dir + "/x.yaml'; name a dossier file in UTF-8");
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        var desk = file("desk.yaml", "\uFEFFincludes: ['shipped:harbour']\n");
        assertThat(loaded(desk).dossier().id()).isEqualTo("harbour");
    }
}
