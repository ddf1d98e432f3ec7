package dev.vouch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the house: which package may import which. Each rule is seen to fail on a planted fault.
 */
class ArchitectureTest {

  /** What each package may import of ours, besides itself and its own sub-packages. */
  private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

  static {
    MAY_IMPORT.put("mention", List.of());
    MAY_IMPORT.put("classify", List.of("mention"));
    MAY_IMPORT.put("advocate", List.of("mention"));
    MAY_IMPORT.put("nudge", List.of("advocate", "mention"));
    MAY_IMPORT.put("digest", List.of("nudge", "advocate", "mention"));
    MAY_IMPORT.put("pipeline", List.of("digest", "nudge", "advocate", "classify", "mention"));
    MAY_IMPORT.put(
        "store", List.of("pipeline", "digest", "nudge", "advocate", "classify", "mention"));
    MAY_IMPORT.put(
        "slack", List.of("pipeline", "digest", "nudge", "advocate", "classify", "mention"));
    MAY_IMPORT.put("sandbox", List.of());
  }

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.vouch");

  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  static Stream<String> packages() {
    return MAY_IMPORT.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void package_importsOnlyWhatItMay(String name) {
    importRule("dev.vouch", name).check(OURS);
    assertThat(importRule("planted", name).evaluate(PLANTED).hasViolation()).isTrue();
  }

  private static ArchRule importRule(String root, String name) {
    String[] forbidden =
        Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("app"))
            .filter(other -> !other.equals(name) && !MAY_IMPORT.get(name).contains(other))
            .map(other -> root + "." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true);
  }

  /** The other rules of the house, by what they hold. */
  private static Map<String, ArchRule> rules(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("no cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
    rules.put(
        "no cycles of folders",
        slices().assignedFrom(folders(root + ".pipeline")).should().beFreeOfCycles());
    rules.put(
        "Jedis in store alone",
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("redis.clients..", "redis.embedded.."));
    rules.put(
        "Bolt in slack alone",
        noClasses()
            .that()
            .resideOutsideOfPackages(root + ".slack..", root + ".app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack.api.bolt..", "com.slack.api.methods.."));
    rules.put(
        "time is given, never read",
        noClasses()
            .that()
            .resideOutsideOfPackages(root + ".app..", root + ".sandbox..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
    rules.put(
        "names that say something",
        noClasses()
            .should()
            .haveNameMatching(".*\\.[A-Za-z]*(Manager|Helper|Utils?|Processor|Data|Info|Impl)"));
    return rules;
  }

  /** Each package a slice of its own, and all of {@code whole} one. */
  private static SliceAssignment folders(String whole) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass one) {
        String name = one.getPackageName();
        return SliceIdentifier.of((name + ".").startsWith(whole + ".") ? whole : name);
      }

      @Override
      public String getDescription() {
        return "the packages";
      }
    };
  }

  static Stream<String> ruleNames() {
    return rules("dev.vouch").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("ruleNames")
  void rule_holds_andHasTeeth(String name) {
    rules("dev.vouch").get(name).check(OURS);
    assertThat(rules("planted").get(name).evaluate(PLANTED).hasViolation()).isTrue();
  }
}
