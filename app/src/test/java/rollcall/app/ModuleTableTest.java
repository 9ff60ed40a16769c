package rollcall.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use what. The table is explained in ARCHITECTURE.md. */
@AnalyzeClasses(packages = "rollcall", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleTableTest {

    private static final String[] FEATURES = {
        "rollcall.presence..", "rollcall.json..", "rollcall.stock..", "rollcall.geo.."
    };

    @ArchTest
    static final ArchRule featuresKnowNobody = module(FEATURES).uses("org.roaringbitmap..");

    @ArchTest
    static final ArchRule configKnowsOnlyItsParser = module("rollcall.config..").uses("com.typesafe.config..");

    @ArchTest
    static final ArchRule storeKnowsTheDatabase = module("rollcall.store..")
            .uses(FEATURES, "rollcall.config..", "com.mongodb..", "org.bson..", "org.slf4j..");

    @ArchTest
    static final ArchRule engineKnowsSparkAndKafkaButNoDatabase = module("rollcall.engine..")
            .uses(
                    FEATURES,
                    "rollcall.config..",
                    "rollcall.store..",
                    "org.apache.spark..",
                    "org.apache.hadoop..",
                    "scala..",
                    "org.apache.kafka..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule serverKnowsNoSpark = module("rollcall.server..")
            .uses(
                    FEATURES,
                    "rollcall.config..",
                    "rollcall.store..",
                    "org.apache.kafka..",
                    "io.javalin..",
                    "jakarta.servlet..",
                    "org.eclipse.jetty..",
                    "kotlin..",
                    "com.fasterxml.jackson..",
                    "io.micrometer..",
                    "io.prometheus..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule packagesDependOnEachOtherOneWay =
            slices().matching("rollcall.(**)").should().beFreeOfCycles();

    @ArchTest
    static void looksAtEveryModuleThatHasCode(JavaClasses all) {
        assertThat(all.stream().map(type -> type.getPackageName()))
                .contains("rollcall.presence", "rollcall.config", "rollcall.app", "rollcall.app.cli");
    }

    private static Module module(String... packages) {
        return new Module(packages);
    }

    private record Module(String... packages) {

        ArchRule uses(String... allowed) {
            return uses(new String[0], allowed);
        }

        ArchRule uses(String[] some, String... others) {
            return classes()
                    .that()
                    .resideInAnyPackage(packages)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(packages)
                            .or(resideInAnyPackage(some))
                            .or(resideInAnyPackage(others))
                            .or(resideInAnyPackage("java..", "javax..")))
                    .allowEmptyShould(true);
        }
    }
}
