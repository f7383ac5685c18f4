// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The arrows between the rooms, and what no class may be called or do. */
final class GroundRulesTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pointwatch");

    @Test
    void domainKnowsNoNetworkNoDatabaseAndNoFiles() {
        noClasses()
                .that()
                .resideInAPackage("org.pointwatch.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.sql..", "java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(File.class)
                .check(OURS);
    }

    @Test
    void domainReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("org.pointwatch.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void roomsDependOnTheRoomsBelowAndNeverOnASibling() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy("org.pointwatch.domain..")
                .layer("models")
                .definedBy("org.pointwatch.models..")
                .layer("wire")
                .definedBy("org.pointwatch.wire..")
                .layer("ingest")
                .definedBy("org.pointwatch.ingest..")
                .layer("streams")
                .definedBy("org.pointwatch.streams..")
                .layer("sink")
                .definedBy("org.pointwatch.sink..")
                .layer("desk")
                .definedBy("org.pointwatch.desk..")
                .layer("embedded")
                .definedBy("org.pointwatch.embedded..")
                .layer("testkit")
                .definedBy("org.pointwatch.testkit..")
                .layer("cli")
                .definedBy("org.pointwatch.cli..")
                .whereLayer("domain")
                .mayNotAccessAnyLayer()
                .whereLayer("models")
                .mayOnlyAccessLayers("domain")
                .whereLayer("wire")
                .mayOnlyAccessLayers("domain")
                .whereLayer("ingest")
                .mayOnlyAccessLayers("domain", "wire")
                .whereLayer("streams")
                .mayOnlyAccessLayers("domain", "models", "wire")
                .whereLayer("sink")
                .mayOnlyAccessLayers("domain", "wire")
                .whereLayer("desk")
                .mayOnlyAccessLayers("domain", "wire")
                .whereLayer("embedded")
                .mayNotAccessAnyLayer()
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .check(OURS);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(OURS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.pointwatch.(**)").should().beFreeOfCycles().check(OURS);
    }
}
