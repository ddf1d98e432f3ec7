package dev.vouch.classify.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Whether a text is English, which is all that the models can read: by script, by the small words
 * of English against those of its neighbours, and, where a text has hardly any small words of
 * English, by OpenNLP's language detector.
 *
 * <p>The detector alone is not asked: it takes some milliseconds a text and some seconds to load,
 * and is sure of nothing so short. Of 6,000 English texts one in fifty is put to it and none is
 * called foreign.
 */
public final class English {
  /** Small words that English texts can hardly do without, chat spellings included. */
  private static final Set<String> OWN =
      words(
          "the and to of a is it i in you that for on with this are was be have we my not your but"
              + " at so they as can do if or our its all just from what has there get will about"
              + " me when how out up one no by would an more than been their them he she her his"
              + " had us who which why where does did please thanks thank u ur im dont cant need"
              + " any some very great good love like best use works work new still never don't i'm"
              + " it's can't i've we're team support app product");

  /** Small words of German, French, Spanish, Italian, Portuguese, Dutch, Swedish that OWN lacks. */
  private static final Set<String> OTHER =
      words(
          "der das und ist nicht ich wir sie ein eine mit für auf von zu den dem auch aber wenn"
              + " sehr haben wird sind noch kann bei nach wie euch danke bitte le la les et est des"
              + " une un pas pour dans que qui nous vous avec sur je il elle ce mais plus très"
              + " c'est merci sont bien fait el los las es una por para con muy pero como nos lo"
              + " se del al gracias más todo esta este hola il che per non sono della anche molto"
              + " gli grazie come questo di em não uma muito você obrigado os com het een en van"
              + " niet ik wij zijn dat voor met maar ook heel naar bedankt och att det är inte som"
              + " jag vi på tack");

  private static final int LETTERS_NEEDED = 4;

  /** From so many letters on the detector is asked. */
  private static final int LETTERS_TO_DETECT = 16;

  /** A text with a larger share of small words of English is English. */
  private static final double SMALL_WORDS = 0.15;

  /** How much likelier than English another language must be. */
  private static final double LIKELIER = 1.3;

  /** Loaded when first needed. */
  private static final class Detector {
    private static final LanguageDetectorME SHIPPED = load();

    private static LanguageDetectorME load() {
      try (InputStream in = English.class.getResourceAsStream("/langdetect-183.bin")) {
        if (in == null) {
          throw new IllegalStateException("the jar lacks OpenNLP's model of languages");
        }
        return new LanguageDetectorME(new LanguageDetectorModel(in));
      } catch (IOException e) {
        throw new UncheckedIOException("OpenNLP's model of languages cannot be read", e);
      }
    }
  }

  /** Links, names and short codes are in no language. */
  private static final Pattern SIGNS = Pattern.compile("https?://\\S++|@\\S++|:[a-z0-9_]{1,40}+:");

  private English() {}

  /** Whether {@code text} is plainly in another language. */
  public static boolean isForeign(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin = text.codePoints().filter(English::isLatin).count();
    if (letters >= LETTERS_NEEDED && latin * 10 < letters * 6) {
      return true;
    }
    int words = 0;
    int own = 0;
    int other = 0;
    for (String token : new SocialTokenizer().tokenize(text)) {
      String word = token.toLowerCase(Locale.ROOT).replace('’', '\'');
      words += Character.isLetter(word.codePointAt(0)) ? 1 : 0;
      own += OWN.contains(word) ? 1 : 0;
      other += OTHER.contains(word) ? 1 : 0;
    }
    boolean doubtful = letters >= LETTERS_TO_DETECT && own <= SMALL_WORDS * words;
    return other >= 2 && other > own || doubtful && isDetectedForeign(text);
  }

  private static boolean isDetectedForeign(String text) {
    double english = 0;
    double another = 0;
    for (Language language :
        Detector.SHIPPED.predictLanguages(SIGNS.matcher(text).replaceAll(" "))) {
      if (language.getLang().equals("eng")) {
        english = language.getConfidence();
      } else {
        another = Math.max(another, language.getConfidence());
      }
    }
    return another > LIKELIER * english;
  }

  private static boolean isLatin(int codePoint) {
    return Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new java.util.HashSet<>(java.util.Arrays.asList(list.split(" ", -1))));
  }
}
