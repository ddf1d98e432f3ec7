package dev.vouch.classify.reply;

import dev.vouch.classify.Clues;
import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.text.Emoji;
import dev.vouch.classify.text.SlackText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the reply model sees of an answer: its words and pieces of words, turns of phrase of {@code
 * cues.tsv} alone and in pairs, emoji, shape, and what the rules took it for.
 */
final class ReplyClues {
  private static final List<Cue> CUES = Cue.ofResource(ReplyClues.class, "cues.tsv");

  /** An answer says what it says early; what comes after is read by its turns of phrase alone. */
  private static final int WORDS_READ = 60;

  private static final int SHORT = 5;
  private static final int PIECE = 4;
  private static final int MOST_PAIRED = 8;
  private static final int MOST_IN_ORDER = 4;

  /** A negation and at most two words after it, within the clause. */
  private static final Pattern NEGATION =
      Pattern.compile(
          " (?:not|no|never|dont|doesnt|didnt|do not|cant|cannot|couldnt|wont|wouldnt|isnt|arent|wasnt"
              + "|havent|hasnt|shouldnt|mustnt|hardly|barely|hate|loathe|nicht|kein\\w*|nie|ne|pas|nunca"
              + "|nao|non|niet|geen|without|cancel|against|refuse)(?: (?!/)\\w+){0,2}$");

  /** Signs that say as much as a word. */
  private static final String YES_SIGNS = "👍👌🙌🤝💯✅✔☑🙋🫡💪🥳🆗⭕";

  private static final String NO_SIGNS = "👎🙅❌✖🚫❎";

  private final Set<String> names = new LinkedHashSet<>();

  private ReplyClues() {}

  /** What an answer says that is nothing but signs; empty where it has words, or says neither. */
  static Optional<Meaning> ofSigns(String slackText) {
    String shown = SlackText.decode(slackText).plain();
    if (shown.chars().anyMatch(Character::isLetterOrDigit) || shown.indexOf('?') >= 0) {
      return Optional.empty();
    }
    List<String> signs =
        shown
            .codePoints()
            .filter(Emoji::isDrawn)
            .filter(sign -> sign != 0x2640 && sign != 0x2642)
            .mapToObj(Character::toString)
            .toList();
    if (signs.isEmpty()) {
      return Optional.empty();
    }
    return signs.stream().allMatch(YES_SIGNS::contains)
        ? Optional.of(Meaning.YES)
        : signs.stream().allMatch(NO_SIGNS::contains) ? Optional.of(Meaning.NO) : Optional.empty();
  }

  static List<Cue> cues() {
    return CUES;
  }

  /**
   * @param slackText as Slack sent it
   * @param wish what the rules took it for
   */
  static Clues of(String slackText, Wish.Kind wish) {
    String plain = PlainWords.of(slackText);
    ReplyClues clues = new ReplyClues();
    clues.addWords(plain);
    clues.addCues(plain);
    clues.addShape(SlackText.decode(slackText).plain(), plain);
    clues.names.add("wish=" + wish);
    float[] there = new float[clues.names.size()];
    Arrays.fill(there, 1);
    return new Clues(clues.names.toArray(String[]::new), there);
  }

  private void addWords(String plain) {
    String previous = "^";
    int read = 0;
    for (String word : plain.strip().split(" ", -1)) {
      if (read++ == WORDS_READ) {
        break;
      }
      names.add("b=" + previous + "_" + word);
      if (!word.equals("/")) {
        names.add("w=" + word);
        addPieces("_" + word + "_");
      }
      previous = word;
    }
    List<String> clauses = clauses(plain);
    addWhole("f=", clauses.get(0));
    addWhole("z=", clauses.get(clauses.size() - 1));
    addWhole("a=", plain);
  }

  /** Pieces of words are the same in most misspellings and endings. */
  private void addPieces(String word) {
    for (int i = 0; i + PIECE <= word.length() && word.length() > PIECE + 1; i++) {
      names.add("g=" + word.substring(i, i + PIECE));
    }
  }

  private void addWhole(String name, String words) {
    String bare = words.replace("/", " ").strip().replaceAll(" +", "_");
    if (!bare.isEmpty() && bare.split("_", -1).length <= SHORT) {
      names.add(name + bare);
    }
  }

  private static List<String> clauses(String plain) {
    List<String> clauses =
        Arrays.stream(plain.split("/", -1)).filter(clause -> !clause.isBlank()).toList();
    return clauses.isEmpty() ? List.of(plain) : clauses;
  }

  /** A turn of phrase, where it begins, and whether a negation stands just before it. */
  private record Hit(Cue cue, int start, boolean negated) {
    String name() {
      return (negated ? "!" : "") + cue.name();
    }

    String label() {
      return (negated ? "!" : "") + cue.label();
    }
  }

  private void addCues(String plain) {
    List<Hit> found = found(plain);
    for (int i = 0; i < found.size(); i++) {
      String name = found.get(i).name();
      names.add("c=" + name);
      for (int j = i + 1; j < Math.min(found.size(), MOST_PAIRED); j++) {
        names.add("c=" + name + "&" + found.get(j).name());
      }
    }
    addLabels(found);
    List<String> clauses = clauses(plain);
    if (clauses.size() > 1) {
      addEnd("1=", clauses.get(0));
      addEnd("9=", clauses.get(clauses.size() - 1));
    }
  }

  private void addEnd(String name, String clause) {
    found(" / " + clause.strip() + " / ").forEach(hit -> names.add(name + hit.name()));
  }

  /**
   * What the turns of phrase speak for: all of it, in pairs, and in the order in which it comes.
   */
  private void addLabels(List<Hit> found) {
    Set<String> labels =
        found.stream().map(Hit::label).collect(Collectors.toCollection(TreeSet::new));
    names.add("l=" + String.join("+", labels));
    for (String label : labels) {
      labels.stream().filter(l -> label.compareTo(l) < 0).forEach(l -> names.add(label + "&" + l));
    }
    List<String> order = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingInt(Hit::start))
        .map(Hit::label)
        .filter(label -> order.isEmpty() || !order.get(order.size() - 1).equals(label))
        .limit(MOST_IN_ORDER)
        .forEach(order::add);
    names.add("o=" + String.join(">", order));
    if (!order.isEmpty()) {
      names.add("o1=" + order.get(0));
      names.add("o9=" + order.get(order.size() - 1));
    }
  }

  private static List<Hit> found(String plain) {
    List<Hit> found = new ArrayList<>();
    for (Cue cue : CUES) {
      cue.phrase()
          .first(plain)
          .ifPresent(
              at ->
                  found.add(
                      new Hit(
                          cue,
                          at.start(),
                          NEGATION.matcher(plain.substring(0, at.start())).find())));
    }
    return found;
  }

  private void addShape(String shown, String plain) {
    int words = plain.replace("/", " ").strip().split(" +", -1).length;
    names.add("words=" + (words <= 3 ? words : words <= 6 ? 6 : words <= 12 ? 12 : 13));
    names.add("clauses=" + Math.min(4, clauses(plain).size()));
    String end = shown.strip();
    int asked = end.indexOf('?');
    if (asked >= 0) {
      names.add("asks");
      names.add(end.endsWith("?") ? "asks=last" : "asks=within");
      boolean all = asked == end.length() - 1 && clauses(plain).size() == 1;
      names.add(all ? "asks=all" : "asks=part");
    }
    shown
        .codePoints()
        .filter(Emoji::isDrawn)
        .distinct()
        .mapToObj(Character::toString)
        .forEach(this::addSign);
    if (plain.chars().noneMatch(Character::isLetterOrDigit)) {
      names.add("wordless");
    }
  }

  private void addSign(String sign) {
    names.add("e=" + sign);
    names.add(YES_SIGNS.contains(sign) ? "e=yes" : NO_SIGNS.contains(sign) ? "e=no" : "e=other");
  }
}
