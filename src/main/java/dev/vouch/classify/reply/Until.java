package dev.vouch.classify.reply;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that somebody named: "for a month", "until January", "bis 15. März".
 *
 * @param day the first day after it; null where they named no end ("for now")
 * @param length whether they said how long rather than until when
 * @param from where its words begin
 * @param to where they end
 */
record Until(@Nullable LocalDate day, boolean length, int from, int to) {
  private static final List<Locale> LANGUAGES =
      List.of("en", "de", "fr", "es", "pt", "it", "nl").stream()
          .map(Locale::forLanguageTag)
          .toList();
  private static final Map<String, Month> MONTHS = names(Month.values(), Until::monthName);
  private static final Map<String, DayOfWeek> WEEKDAYS = names(DayOfWeek.values(), Until::dayName);
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Map<String, ChronoUnit> UNITS = units();

  private static final String MONTH = "(?<month>" + String.join("|", MONTHS.keySet()) + ")";
  private static final String YEAR = "(?: (?<year>20\\d\\d))?";
  private static final Pattern SPAN =
      Pattern.compile(
          "(?<= )(?:for|fur|fuer|pendant|por|durante|per|voor|next|in|after)"
              + " (?:about |at least |like |the next |the |next |another |roughly |maybe )*"
              + "(?:(?<number>\\d{1,3}|%s) )?(?:of )?(?<unit>%s)(?= )"
                  .formatted(String.join("|", NUMBERS.keySet()), String.join("|", UNITS.keySet())));
  private static final Pattern OPEN =
      Pattern.compile(
          "(?<= )(?:for now|for the moment|for the time being|at the moment|for a while|for a bit"
              + "|for some time|for the foreseeable future|vorerst|erstmal|erst mal|fur den moment"
              + "|pour le moment|pour l instant|por ahora|por enquanto|per ora|per adesso|voorlopig)(?= )");
  private static final Pattern POINT =
      Pattern.compile(
          "(?<= )(?:until|untill|till|til|bis|bis zum|bis zur|bis in den|jusqu a|jusqua|jusqu au|jusquau"
              + "|jusqu en|jusquen|hasta|hasta el|ate|fino a|fino al|tot|before|again in|back in"
              + "|again on|again after|after|vor|avant|antes de|prima di|voor)"
              + " (?:at least |sometime |the |after |start of |beginning of |early |anfang |el |le |il |o )*"
              + "(?<end>end of |the end of |ende |late |fin |finales de |fim de |fine |eind )?(?:the |der |de |des |next )*"
              + "(?:(?<iso>20\\d\\d-\\d\\d?-\\d\\d?)"
              + "|(?<dotted>\\d{1,2}-\\d{1,2}(?:-(?:20)?\\d\\d)?)"
              + "|(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of |de |di )?"
              + MONTH
              + YEAR
              + "|"
              + MONTH.replace("month", "month2")
              + "(?: (?<day2>\\d{1,2})(?:st|nd|rd|th)?)?"
              + YEAR.replace("year", "year2")
              + "|(?<quarter>q[1-4])"
              + YEAR.replace("year", "year3")
              + "|(?<weekday>%s)|(?<period>week|month|quarter|year|woche|monat|quartal|jahr|semaine|mois|annee|semana|mes|ano|settimana|mese|anno|maand|kwartaal|jaar)"
                  .formatted(String.join("|", WEEKDAYS.keySet()))
              + "|(?<tomorrow>tomorrow|morgen|demain|manana|amanha|domani)"
              + "|(?<newyear>new years?(?: day)?|neujahr|neues jahr)"
              + "|(?<only>20\\d\\d))(?= )");

  /** The first span in plain words, for somebody to whom it is {@code today}. */
  static Optional<Until> in(String words, LocalDate today) {
    return at(POINT, words, found -> day(found, today))
        .or(() -> at(SPAN, words, found -> after(found, today)))
        .or(() -> at(OPEN, words, found -> null));
  }

  /** The words with one for it, which begins and ends a clause. */
  String cutFrom(String words) {
    return words.substring(0, from) + "/ span_ / " + words.substring(to).stripLeading();
  }

  private static Optional<Until> at(
      Pattern pattern, String words, Function<Matcher, @Nullable LocalDate> day) {
    Matcher found = pattern.matcher(words);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Until(day.apply(found), pattern == SPAN, found.start(), found.end()));
    } catch (DateTimeException e) {
      return Optional.of(
          new Until(null, pattern == SPAN, found.start(), found.end())); // No such day.
    }
  }

  private static LocalDate after(Matcher found, LocalDate today) {
    String number = found.group("number");
    int count = number == null ? 1 : number.matches("\\d+") ? Integer.parseInt(number) : of(number);
    ChronoUnit unit = UNITS.getOrDefault(found.group("unit"), ChronoUnit.DAYS);
    boolean fortnight = found.group("unit").startsWith("fortnight");
    boolean quarter = found.group("unit").startsWith("quart");
    return today.plus((long) count * (fortnight ? 2 : quarter ? 3 : 1), unit);
  }

  private static int of(String number) {
    return NUMBERS.getOrDefault(number, 1);
  }

  private static LocalDate day(Matcher found, LocalDate today) {
    boolean end = found.group("end") != null;
    if (found.group("iso") != null) {
      String[] parts = found.group("iso").split("-", -1);
      return LocalDate.of(number(parts[0]), number(parts[1]), number(parts[2]));
    }
    if (found.group("dotted") != null) {
      return dotted(found.group("dotted").split("-", -1), today);
    }
    if (found.group("month") != null) {
      return inMonth(month(found.group("month")), found.group("day"), found.group("year"), today);
    }
    if (found.group("month2") != null) {
      LocalDate day =
          inMonth(month(found.group("month2")), found.group("day2"), found.group("year2"), today);
      return end ? day.plusMonths(1) : day;
    }
    return found.group("quarter") == null ? named(found, end, today) : quarter(found, end, today);
  }

  private static LocalDate quarter(Matcher found, boolean end, LocalDate today) {
    Month first = Month.of(number(found.group("quarter").substring(1)) * 3 - 2);
    LocalDate day = inMonth(first, null, found.group("year3"), today);
    return end ? day.plusMonths(3) : day;
  }

  private static LocalDate named(Matcher found, boolean end, LocalDate today) {
    if (found.group("weekday") != null) {
      return today.with(
          TemporalAdjusters.next(WEEKDAYS.getOrDefault(found.group("weekday"), DayOfWeek.MONDAY)));
    }
    if (found.group("tomorrow") != null) {
      return today.plusDays(1);
    }
    if (found.group("only") != null) {
      return LocalDate.of(number(found.group("only")) + (end ? 1 : 0), 1, 1);
    }
    return found.group("newyear") == null
        ? nextPeriod(found.group("period"), today)
        : today.with(TemporalAdjusters.firstDayOfNextYear());
  }

  /** The next one begins where this one ends. */
  private static LocalDate nextPeriod(String period, LocalDate today) {
    return switch (UNITS.getOrDefault(period, ChronoUnit.WEEKS)) {
      case MONTHS ->
          period.startsWith("quart") || period.startsWith("kwart")
              ? today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3)
              : today.with(TemporalAdjusters.firstDayOfNextMonth());
      case YEARS -> today.with(TemporalAdjusters.firstDayOfNextYear());
      default -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    };
  }

  private static LocalDate dotted(String[] parts, LocalDate today) {
    int year = parts.length < 3 ? today.getYear() : number(parts[2]) % 100 + 2000;
    LocalDate day = LocalDate.of(year, number(parts[1]), number(parts[0]));
    return parts.length < 3 && !day.isAfter(today) ? day.plusYears(1) : day;
  }

  private static LocalDate inMonth(
      Month month, @Nullable String day, @Nullable String year, LocalDate today) {
    int date = day == null ? 1 : number(day);
    if (year != null) {
      return LocalDate.of(number(year), month, date);
    }
    LocalDate next = LocalDate.of(today.getYear(), month, date);
    return next.isAfter(today) ? next : next.plusYears(1);
  }

  private static Month month(String name) {
    return MONTHS.getOrDefault(name, Month.JANUARY);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private interface Naming<T> {
    String of(T value, Locale language);
  }

  private static String monthName(Month month, Locale language) {
    return month.getDisplayName(TextStyle.FULL, language);
  }

  private static String dayName(DayOfWeek day, Locale language) {
    return day.getDisplayName(TextStyle.FULL, language);
  }

  private static <T> Map<String, T> names(T[] values, Naming<T> naming) {
    Map<String, T> names = new HashMap<>();
    for (T value : values) {
      for (Locale language : LANGUAGES) {
        names.put(PlainWords.unaccented(naming.of(value, language)).replaceAll("\\W+", " "), value);
      }
      String english = PlainWords.unaccented(naming.of(value, Locale.ENGLISH));
      names.put(english.substring(0, 3), value);
    }
    names.keySet().removeIf(name -> name.equals("mar") || name.equals("sun") || name.equals("sat"));
    return names;
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    String[] ones =
        ("a an one ein eine einen un une uno una um uma een|two zwei deux dos dois duas due twee couple"
                + "|three few several drei trois tres tre drie|four vier quatre cuatro quatro quattro"
                + "|five funf cinq cinco cinque vijf|six sechs seis sei zes|seven sieben sept|eight acht"
                + "|nine neun|ten zehn dix diez|eleven elf|twelve zwolf douze|")
            .split("\\|", -1);
    for (int i = 0; i < ones.length; i++) {
      for (String word : ones[i].split(" ", -1)) {
        numbers.put(word, i + 1);
      }
    }
    numbers.remove("");
    numbers.put("a couple", 2);
    numbers.put("a few", 3);
    return numbers;
  }

  private static Map<String, ChronoUnit> units() {
    Map<String, ChronoUnit> units = new HashMap<>();
    put(
        units,
        ChronoUnit.DAYS,
        "day days tag tage tagen jour jours dia dias giorno giorni dag dagen");
    put(
        units,
        ChronoUnit.WEEKS,
        "week weeks fortnight fortnights woche wochen semaine semaines semana semanas settimana"
            + " settimane weken");
    put(
        units,
        ChronoUnit.MONTHS,
        "month months quarter quarters monat monate monaten quartal mois mes meses mese mesi maand"
            + " maanden kwartaal");
    put(
        units,
        ChronoUnit.YEARS,
        "year years jahr jahre jahren an ans annee ano anos anno anni jaar");
    return units;
  }

  private static void put(Map<String, ChronoUnit> units, ChronoUnit unit, String words) {
    for (String word : words.split(" ", -1)) {
      units.put(word, unit);
    }
  }
}
