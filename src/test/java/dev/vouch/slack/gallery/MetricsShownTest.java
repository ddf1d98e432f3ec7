package dev.vouch.slack.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vouch.digest.AdvocacyChart;
import dev.vouch.digest.Metric;
import dev.vouch.digest.Place;
import dev.vouch.slack.gallery.Gallery.Piece;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number in a view stands in the dictionary, and the dictionary says where it is shown. */
class MetricsShownTest {
  private static final String N = "\\d[\\d,]*";
  private static final String PERCENT = "\\d+(\\.\\d)? %";

  /** What is no figure about people: names, moments, rules, settings, and the ends of lists. */
  private static final List<Pattern> NO_FIGURES =
      Stream.of(
              "<!date[^>]*>",
              "<http[^>]*>",
              "(?m)^> .*$",
              "`[^`]*`",
              "\"\\+1\"s?",
              "\\d{4}-\\d\\d-\\d\\d",
              "<#\\w+> at \\d\\d:\\d\\d",
              "\\d{1,2} [A-Z][a-z]+( \\d{4})?",
              "T0NORTH|C0SHARED|K7QX-2M9D",
              "[Vv]ersion \\d+(\\.\\d)?",
              "vouch-e5 \\d",
              "a random 3 to 9 days",
              "at most \\d+ (suggestions? )?a day|At most \\d+ suggestions? a day",
              "Marquee accounts:\\* at most 25",
              "In 90 days:|in 90 days:|Most acts in 90 days",
              "[Ff]ewer than 10 acts in 90 days",
              "1 is what one small ask takes. Half is forgotten in 120 days|take it below 0",
              "had no answer in \\d+ days",
              "from 10 on Vouch learns|at least \\d+ are needed",
              "Control group:\\* 10 %|get no nudge of a kind for a quarter|in the 90 days after|in"
                  + " 95 of 100 such studies|It takes \\d+ people on each side and \\d+ acts",
              "in the last 14 days|the tenth, 25th, 50th or 100th time|What we can offer: \\d+"
                  + " kinds",
              "within 14 days|in 95 of 100 cases|Read: acts of \\d+ people",
              "In the last 90 days:|in the 90 days before:|at most once in \\d+ days[^`]*|and then"
                  + " nothing for \\d+ days",
              "16 CFR 255\\.5",
              "not asked for \\d+ days|at most \\d+ % of (all asks|those proposed)",
              "Looked at \\d+ people|\\d+ because |\\d+ more who fit",
              ", \\d\\d:\\d\\d UTC",
              "\\d\\d:\\d\\d \\(",
              "in the last 14 days|the tenth, 25th, 50th or 100th time|What we can offer: \\d+"
                  + " kinds",
              "worth [\\d.]+ [A-Z]{3}",
              "at most [\\d.]+ [A-Z]{3} a gift, [\\d.]+ [A-Z]{3} a person and [\\d.]+ [A-Z]{3} a"
                  + " company in a year(; above [\\d.]+ [A-Z]{3} an approver)?",
              "\\([0-9a-f]{8}\\)",
              "and \\d+ more")
          .map(Pattern::compile)
          .toList();

  /** How each metric is shown, the wordier before the shorter. */
  private static Map<Metric, String> forms() {
    Map<Metric, String> forms = new EnumMap<>(Metric.class);
    forms.put(
        Metric.TOP_THREE,
        ("top three gave P of the acts of 90 days: no alarm, which would come at P"
                + "|gave P of the|even shares would be P, and the alarm begins at P"
                + "|the top three gave P")
            .replace("P", PERCENT));
    forms.put(Metric.ADVOCATES, "top three of N people|from (no more than )?N (people|advocates?)");
    forms.put(Metric.ACCOUNTS, "at N accounts?");
    forms.put(
        Metric.WEIGHT,
        "[\\d.]+ fresh organic acts|[\\d.]+ of a fresh organic act; it began at [\\d.]+ and halves"
            + " every N days");
    forms.put(
        Metric.REWARDS,
        ("P likely|N of N (longer acts|acts|messages) [a-z ,-]+(P of the time)?"
                + "|after N offers that had been acted on, not one act in 45 days"
                + "|\\(times [\\d.]+\\)|in play N times|Missing: N acts?")
            .replace("P", PERCENT));
    forms.put(
        Metric.AFTER_OFFERS,
        "N of N \\(P; P to P\\)( acts)?|\\d{4}-\\d\\d: N of N".replace("P", PERCENT));
    forms.put(Metric.REWARD_COST, "[\\d.]+ EUR, over N acts unprompted");
    forms.put(
        Metric.IMPACT,
        "[\\d.]+ acts a person with, [\\d.]+ without|[+\u2212][\\d.]+\\*? acts a person|between"
            + " [+\u2212][\\d.]+ and [+\u2212][\\d.]+|N (people|person), N held out(, N acts? in"
            + " all)?");
    forms.put(Metric.GIFTS, "[\\d.]+ [A-Z]{3} of [\\d.]+ [A-Z]{3} to (them|their company)");
    forms.put(Metric.DRIVERS, "(coolness|proposition|values|community|touch) in N acts?");
    forms.put(
        Metric.MENTIONS,
        "\\b(advocacy|praise|amplification|question|complaint|suggestion|warning|reward"
            + " seeking|neutral) N");
    forms.put(Metric.CONFIDENCE, "confidence P|P sure".replace("P", PERCENT));
    forms.put(Metric.HELD, "N messages?, N acts?, N entr(y|ies) in the ledger and N suggestions?");
    forms.put(Metric.NEEDS, "N needs? an answer");
    forms.put(Metric.WISHES, "N wish(es)?");
    forms.put(Metric.PRAISE, "N praised us");
    forms.put(
        Metric.LIKES,
        "N likes? (and|or) shares?|not counted as advocacy: N in all, most on \\w+,? +\\(N\\)");
    forms.put(Metric.REACTIONS, "N reactions?( and)?");
    forms.put(Metric.SHARES, "N shares? (received|given)");
    forms.put(Metric.SECONDS, "seconded (N times|once), others' acts (N times|once)");
    forms.put(Metric.TAKEN_UP, "taken up N of N times");
    forms.put(Metric.WAITING, "N suggestions? waits?");
    forms.put(Metric.OPEN_NUDGES, "N nudges? waits?");
    forms.put(Metric.IDLE_NUDGES, "N nudges? came to nothing");
    forms.put(Metric.ASKS, "asked N times? in 90 days");
    forms.put(
        Metric.CORRECTIONS,
        "Corrections:\\* N|N corrections? to learn from|Learnt from N corrections?");
    forms.put(Metric.CORRECTIONS_MET, "Of N kept apart it meets N, before N");
    forms.put(Metric.MODEL_SCORE, "shipped texts: P, before P".replace("P", PERCENT));
    forms.put(
        Metric.ACTS,
        "(the |All )?N acts?( of advocacy| of 90 days)?\\b|N spoke up"
            + "|Acts of advocacy: N in all, most on \\w+,? +\\(N\\)");
    forms.put(Metric.INTRODUCTIONS_LEFT, "N of N introductions? left");
    forms.put(
        Metric.RESPONSE_TIME,
        "within N hours?, half of the time"
            + "|N of N questions and complaints in 90 days have an answer");
    forms.put(Metric.GOODWILL, "-?[\\d.]+ small asks?|\\*[+-][\\d.]+\\*, now [+-]?[\\d.]+");
    forms.replaceAll((metric, form) -> form.replaceAll("\\bN\\b", Matcher.quoteReplacement(N)));
    return forms;
  }

  private static Place place(Piece piece) {
    String first = piece.name().split("-")[0];
    return switch (first) {
      case "who" -> Place.WHO;
      case "why" -> Place.WHY;
      case "top" -> Place.TOP;
      case "breadth" -> Place.BREADTH;
      case "goodwill" -> Place.GOODWILL;
      case "ask", "reference" -> Place.ASK;
      case "reply" -> Place.REPLY;
      case "programme" -> Place.PROGRAMME;
      case "gift", "gifts" -> Place.GIFTS;
      case "impact" -> Place.IMPACT;
      case "account" -> Place.ACCOUNT;
      case "merge", "merged" -> Place.MERGE;
      case "competitor" -> Place.FLAG;
      case "model" -> Place.MODEL;
      case "execs" -> Place.EXECS;
      case "digest" -> Place.DIGEST;
      case "silence" -> Place.SILENCE;
      case "home" -> Place.HOME;
      default -> null;
    };
  }

  /** The dictionary itself speaks of numbers, and shows none; the policy quotes laws. */
  static List<Piece> pieces() {
    return Gallery.pieces().stream()
        .filter(
            piece -> !piece.name().startsWith("metric") && !piece.name().equals("policy-of-gifts"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void numberInAView_standsInTheDictionary(Piece piece) {
    Set<Metric> found = EnumSet.noneOf(Metric.class);
    for (String text : texts(piece)) {
      assertThat(without(text, found)).as(text).doesNotContainPattern("\\d");
    }
    for (Metric metric : found) {
      assertThat(metric.shown()).as("where %s is shown", metric).contains(place(piece));
    }
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void placeInTheDictionary_showsIt(Metric metric) {
    for (Place place : metric.shown()) {
      Set<Metric> found = EnumSet.noneOf(Metric.class);
      textsAt(place).forEach(text -> without(text, found));
      assertThat(found).as("what %s shows", place).contains(metric);
    }
  }

  @Test
  void chart_showsActsAndLikes() {
    Set<Metric> found = EnumSet.noneOf(Metric.class);
    String rest = without(new AdvocacyChart().altText(SampleDigests.usual()), found);
    assertThat(found).containsExactlyInAnyOrder(Metric.ACTS, Metric.LIKES);
    assertThat(rest.replace("of the 14 days to", "")).doesNotContainPattern("\\d");
  }

  @Test
  void form_isGivenForEachMetricThatIsShown() {
    for (Metric metric : Metric.values()) {
      assertThat(forms().containsKey(metric))
          .as(metric.wire())
          .isEqualTo(!metric.shown().isEmpty());
    }
  }

  private static List<String> textsAt(Place place) {
    if (place == Place.CHART) {
      return List.of(new AdvocacyChart().altText(SampleDigests.usual()));
    }
    return pieces().stream()
        .filter(piece -> place(piece) == place)
        .flatMap(piece -> texts(piece).stream())
        .toList();
  }

  /** What is left of a text without all that is known. */
  private static String without(String text, Set<Metric> found) {
    String rest = text;
    for (Pattern known : NO_FIGURES) {
      rest = known.matcher(rest).replaceAll("");
    }
    for (Map.Entry<Metric, String> form : inOrder()) {
      var matcher = Pattern.compile(form.getValue()).matcher(rest);
      if (matcher.find()) {
        found.add(form.getKey());
        rest = matcher.replaceAll("");
      }
    }
    return rest;
  }

  /** A wordier form is looked for before one that is part of it: acts come last. */
  private static List<Map.Entry<Metric, String>> inOrder() {
    Map<Metric, String> forms = forms();
    List<Map.Entry<Metric, String>> order = new ArrayList<>();
    forms.forEach(
        (metric, form) -> {
          if (metric != Metric.ACTS) {
            order.add(entry(metric, form));
          }
        });
    order.add(entry(Metric.ACTS, forms.get(Metric.ACTS)));
    return order;
  }

  private static List<String> texts(Piece piece) {
    List<String> all = new ArrayList<>(List.of(piece.text()));
    collect(GalleryJson.of(piece).get("blocks"), all);
    return all;
  }

  private static void collect(JsonElement element, List<String> into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(one -> collect(one, into));
    } else if (element instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              one -> {
                boolean isText = one.getKey().equals("text") && one.getValue().isJsonPrimitive();
                if (isText) {
                  into.add(one.getValue().getAsString());
                } else {
                  collect(one.getValue(), into);
                }
              });
    }
  }
}
