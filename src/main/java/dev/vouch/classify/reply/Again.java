package dev.vouch.classify.reply;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day from which somebody may be asked again, as they named it: "in March", "after the
 * holidays", "next quarter", "mardi", "in 2 Wochen". Where they name a season or a feast, it is the
 * day on which most people would be asked again.
 */
public final class Again {
  private static final int NEW_YEARS_REST = 7;
  private static final int HALF_A_YEAR = 6;

  /** Other ways to say what {@link Until} knows, in the order in which they are put right. */
  private static final Map<Pattern, String> REWORDED = new LinkedHashMap<>();

  /** Days that have no date of their own; the first that is found counts. */
  private static final Map<Pattern, UnaryOperator<LocalDate>> NAMED = new LinkedHashMap<>();

  private static final Pattern DAY_OF_MONTH =
      Pattern.compile(
          " (?:the|dem|den|ab|am|le|el|il) (\\d{1,2})(?:st|nd|rd|th)?(?= )| (\\d{1,2})(?:st|nd|rd|th)(?= )");

  private static final String LETTERS = "(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)";
  private static final String MONTH =
      "(?:january|february|march|april|june|july|august|september|october|november|december"
          + "|januar|februar|marz|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout"
          + "|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
          + "|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro"
          + "|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre"
          + "|dicembre|januari|februari|maart|augustus|(?<=in )mei|(?<=in )mai|(?<=im )mai|(?<=en )mai"
          + "|(?<=in |of |by |til |till |until |from |early |mid |late |since )may|may(?= /)|"
          + LETTERS
          + ")";
  private static final String WEEKDAY =
      "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|montag|dienstag"
          + "|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes"
          + "|miercoles|jueves|viernes|lunedi|martedi|mercoledi|giovedi|venerdi|maandag|dinsdag|woensdag"
          + "|donderdag|vrijdag)";

  static {
    reword(
        "(?:semaine|settimana) pross?i?m?[ae]?chaine|semaine prochaine|settimana prossima|prossima settimana|prochaine semaine|semana que (?:viene|vem)|semana proxima|proxima semana|ubernachste woche",
        "until week");
    reword(
        "mois prochain|prochain mois|mes que (?:viene|vem)|proximo mes|mese prossimo|prossimo mese",
        "until month");
    reword(
        "trimestre prochain|prochain trimestre|proximo trimestre|trimestre que viene|prossimo trimestre",
        "until quarter");
    reword(
        "(?:l ?)?an(?:nee)? prochaine?|ano que (?:viene|vem)|proximo ano|anno prossimo|prossimo anno",
        "until year");
    reword(
        "(?:next|nxt|coming|nachste[nrsm]?|kommende[nrsm]?|volgende?) (week|month|quarter|year|woche|monat|quartal|jahr|maand|kwartaal|jaar)",
        "until $1");
    reword(
        "(?:(?:the|this) )?end of (?:the |this )?(week|month|quarter|year)|(?:ende|eind) (?:des |der |van de )?(monats|maand)",
        "until end of $1");
    reword("mid (" + MONTH + ")|mitte (" + MONTH + ")|medio (" + MONTH + ")", "until 15 of $1$2$3");
    reword("(\\d{1,2})(?:st|nd|rd|th)? (?:of |de |di )?(" + MONTH + ")", "until $1 of $2");
    reword("(?<!of )(" + MONTH + ")", "until $1");
    reword("(?:next |kommenden |nachsten )?(" + WEEKDAY + ")", "until $1");
    reword("(tomorrow|tmrw|demain|manana|amanha|domani)|(?<!guten )(morgen)", "until tomorrow");
    reword(
        "tonight|this evening|later today|this afternoon|after lunch|heute abend|ce soir|esta noche|stasera",
        "until tomorrow");
    reword("(?<!until )(q[1-4])", "until $1");
    reword("(?:dans|d ?ici|dentro de|fra|tra|over|daqui a)", "in");
    reword(
        "(?:give|gib|gebt)(?: me| us| it| mir| uns)? (?=(?:about |another |a |an |one |two |three |four |five |six |\\d))",
        "for ");
    reword("(20\\d\\d-\\d{1,2}-\\d{1,2})", "until $1");
    reword("(?:until )+", "until ");
    name(
        "half a year|6 months|six months|halben jahr|sechs monate\\w*|six mois|seis meses|sei mesi",
        day -> day.plusMonths(HALF_A_YEAR));
    name("week after next|the week after|ubernachste woche", day -> monday(day).plusWeeks(1));
    name("second half of the year|h2", day -> next(day, Month.JULY, 1));
    name(
        "new year|neue[ns]? jahr|nouvelle annee|nouvel an|ano nuevo|ano novo|anno nuovo|nieuwe jaar|year end|jahreswechsel",
        day -> next(day, Month.JANUARY, NEW_YEARS_REST));
    name(
        "christmas|xmas|weihnachten|noel|navidad|natal|natale|kerst|(?:after|nach|post) thanksgiving and christmas",
        day -> next(day, Month.JANUARY, NEW_YEARS_REST));
    name("thanksgiving", day -> thanksgiving(day).plusDays(4));
    name(
        "easter|ostern|paques|semana santa|pascoa|pasqua|pasen",
        day -> easterMonday(day).plusDays(1));
    name(
        "(?:after|nach|apres|despues d\\w+|depois d\\w+|dopo|na) (?:the |der |den |dem |l |el |o |de )?(?:summer|summer break|sommer|ete|verano|verao|estate|zomer)\\w*|rentree",
        day -> next(day, Month.SEPTEMBER, 1));
    name(
        "spring|fruhjahr|fruhling|printemps|primavera|voorjaar|lente",
        day -> next(day, Month.MARCH, 21));
    name("summer|sommer|ete|verano|verao|estate|zomer", day -> next(day, Month.JUNE, 21));
    name(
        "autumn|(?:in|the) fall|herbst|automne|otono|outono|autunno|najaar|herfst",
        day -> next(day, Month.SEPTEMBER, 21));
    name(
        "holidays?|vacations?|ferien|urlaub|vacances|conges|fetes|vacaciones|fiestas|ferias|ferie|vacanze|feste|vakantie",
        Again::afterHolidays);
    name("winter|invierno|hiver|inverno", day -> next(day, Month.DECEMBER, 1));
  }

  private Again() {}

  private static void reword(String words, String instead) {
    REWORDED.put(Pattern.compile("(?<= )(?:" + words + ")(?= |(?<= ))"), instead);
  }

  private static void name(String words, UnaryOperator<LocalDate> day) {
    NAMED.put(Pattern.compile("(?<= )(?:" + words + ")(?= )"), day);
  }

  /** The first day that an answer names, for somebody to whom it is {@code today}. */
  public static Optional<LocalDate> in(String slackText, LocalDate today) {
    String words = PlainWords.of(slackText);
    for (Map.Entry<Pattern, UnaryOperator<LocalDate>> named : List.copyOf(NAMED.entrySet())) {
      if (named.getKey().matcher(words).find()) {
        return Optional.of(named.getValue().apply(today));
      }
    }
    return Until.in(reworded(words), today)
        .flatMap(until -> Optional.ofNullable(until.day()))
        .or(() -> dayOfMonth(words, today))
        .filter(day -> day.isAfter(today));
  }

  private static String reworded(String words) {
    String said = words;
    for (Map.Entry<Pattern, String> one : REWORDED.entrySet()) {
      said = one.getKey().matcher(said).replaceAll(one.getValue());
    }
    return said.replaceAll(" +", " ");
  }

  /** "After the 15th": of this month, or where that is past, of the next. */
  private static Optional<LocalDate> dayOfMonth(String words, LocalDate today) {
    Matcher found = DAY_OF_MONTH.matcher(words);
    if (!found.find()) {
      return Optional.empty();
    }
    String number = found.group(1) == null ? found.group(2) : found.group(1);
    try {
      LocalDate day = today.withDayOfMonth(Integer.parseInt(number));
      return Optional.of(day.isAfter(today) ? day : day.plusMonths(1));
    } catch (DateTimeException e) {
      return Optional.empty(); // No such day.
    }
  }

  private static LocalDate next(LocalDate today, Month month, int day) {
    LocalDate date = LocalDate.of(today.getYear(), month, day);
    return date.isAfter(today) ? date : date.plusYears(1);
  }

  private static LocalDate monday(LocalDate today) {
    return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  /** In summer those of summer, else those at the turn of the year. */
  private static LocalDate afterHolidays(LocalDate today) {
    boolean summer =
        today.getMonth().compareTo(Month.MAY) > 0
            && today.getMonth().compareTo(Month.SEPTEMBER) < 0;
    return summer ? next(today, Month.SEPTEMBER, 1) : next(today, Month.JANUARY, NEW_YEARS_REST);
  }

  private static LocalDate thanksgiving(LocalDate today) {
    LocalDate day = thanksgiving(today.getYear());
    return day.isBefore(today) ? thanksgiving(today.getYear() + 1) : day;
  }

  private static LocalDate thanksgiving(int year) {
    return LocalDate.of(year, Month.NOVEMBER, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
  }

  private static LocalDate easterMonday(LocalDate today) {
    LocalDate day = easterMonday(today.getYear());
    return day.isAfter(today) ? day : easterMonday(today.getYear() + 1);
  }

  /** By the anonymous Gregorian computus (Meeus, Jones, Butcher). */
  private static LocalDate easterMonday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1).plusDays(1);
  }
}
