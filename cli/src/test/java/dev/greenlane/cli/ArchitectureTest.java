package dev.greenlane.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.Console;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may know which other, and what the engine must not touch. */
class ArchitectureTest {
    /** From the lowest up. A module knows those below it and none above. */
    private static final List<String> MODULES =
            List.of("syntax", "engine", "world", "models", "store", "agents", "api", "gateway", "service", "cli");

    /** From the lowest up. Rooms on one floor do not know each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("bounded", "data", "value"),
            Set.of("call", "listing"),
            Set.of("effect"),
            Set.of("look"),
            Set.of("catalogue", "secrets"),
            Set.of("understand"),
            Set.of("provenance"),
            Set.of("facts"),
            Set.of("session"),
            Set.of("consent"),
            Set.of("policy"),
            Set.of("review"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.greenlane");

    @TestFactory
    Stream<DynamicTest> a_module_does_not_know_those_above_it() {
        return MODULES.stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    String[] above = MODULES.stream()
                            .skip(MODULES.indexOf(module) + 1L)
                            .map(name -> "dev.greenlane." + name + "..")
                            .toArray(String[]::new);
                    none("dev.greenlane." + module + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above)
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void syntax_needs_nothing_but_the_jdk() {
        none("dev.greenlane.syntax..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("dev.greenlane.syntax..", "java..", "org.jspecify..")))
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> a_room_of_the_engine_does_not_know_its_floor_or_those_above() {
        return FLOORS.stream()
                .flatMap(Set::stream)
                .sorted()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    none(engine(room))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(hiddenFrom(room))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void every_room_of_the_engine_has_a_floor() {
        Set<String> rooms = new TreeSet<>();
        CLASSES.getPackage("dev.greenlane.engine").getSubpackages().forEach(room -> rooms.add(room.getRelativeName()));
        FLOORS.forEach(rooms::removeAll);
        assertThat(rooms).as("rooms that FLOORS does not place").isEmpty();
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("dev.greenlane.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void every_package_is_null_marked_and_has_a_page() {
        List<String> unmarked = CLASSES.getPackage("dev.greenlane").getSubpackagesInTree().stream()
                .filter(room -> !room.getClasses().isEmpty())
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
    }

    @Test
    void the_engine_does_no_network() {
        pure().should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..")
                        .and(not(belongToAnyOf(
                                URI.class, URISyntaxException.class, URLDecoder.class, URLEncoder.class, IDN.class))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram)Channel.*")
                .check(CLASSES);
    }

    @Test
    void the_engine_does_not_use_the_console() {
        pure().should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Console.class)
                .check(CLASSES);
    }

    @Test
    void the_engine_sees_files_processes_and_the_environment_through_look_alone() {
        pure().and()
                .resideOutsideOfPackage(engine("look"))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.file\\.Files|java\\.lang\\.ProcessBuilder")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*(Stream|er|)|RandomAccessFile)")
                .orShould()
                .callMethodWhere(oneOf(
                        "java.lang.Runtime.exec",
                        "java.lang.System.getenv",
                        "java.lang.System.getProperty",
                        "java.lang.System.getProperties"))
                .check(CLASSES);
    }

    @Test
    void the_engine_does_not_read_the_clock_or_throw_dice() {
        pure().and()
                .resideOutsideOfPackage(engine("look"))
                .should()
                .callMethodWhere(oneOf(
                        "java.lang.System.currentTimeMillis",
                        "java.time.Clock.systemUTC",
                        "java.time.Clock.systemDefaultZone",
                        "java.time.Instant.now",
                        "java.time.LocalDate.now",
                        "java.time.LocalDateTime.now",
                        "java.time.ZonedDateTime.now",
                        "java.lang.Math.random",
                        "java.util.UUID.randomUUID"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CLASSES);
    }

    private static GivenClassesConjunction none(String room) {
        return noClasses().that().resideInAPackage(room);
    }

    private static GivenClassesConjunction pure() {
        return noClasses().that().resideInAnyPackage("dev.greenlane.syntax..", "dev.greenlane.engine..");
    }

    private static String engine(String room) {
        return "dev.greenlane.engine." + room + "..";
    }

    private static String[] hiddenFrom(String room) {
        return FLOORS.stream()
                .dropWhile(floor -> !floor.contains(room))
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .map(ArchitectureTest::engine)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethodCall> oneOf(String... methods) {
        Set<String> names = Set.of(methods);
        return describe(
                "it is one of " + List.of(methods),
                call -> names.contains(call.getTargetOwner().getName() + "." + call.getName()));
    }
}
