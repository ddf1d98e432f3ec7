package dev.vouch.advocate.standing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns of phrase by which people say that they stay with something or leave it. */
final class StayingWords {
  private static final String YEARS =
      "(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|many|several)\\+? years";

  private static final Pattern STAY =
      Pattern.compile(
          YEARS
              + " (?:now|in\\b|later|on\\b|and counting|with (?:you|them|it)|of using)"
              + "|(?:for|over|almost|nearly) (?:over |more than |about |almost )?"
              + YEARS
              + "|(?:using|with|on) (?:it|them|you|this|\\w+) since (?:20\\d\\d|day one|the beginning)"
              + "|(?:would(?:n't| not)|never|not) (?:be )?(?:go|going|switch|switching|change|changing)"
              + " (?:back|away|anywhere)"
              + "|\\bhere to stay|\\bwe(?: have|'ve)? (?:just )?renewed|\\blong-?time (?:customer|user)");

  private static final Pattern LEAVE =
      Pattern.compile(
          "\\b(?:we|i)(?:'re|'m| are| am|'ll| will| have|'ve)? (?:\\w+ ){0,2}?"
              + "(?:cancel(?:l?ing|l?ed)?\\b|leaving\\b(?! (?:a|it|this|that|the)\\b)|moving (?:off|away|over)"
              + "|(?:switch|migrat)(?:ing|ed) (?:off|away|over|to)|moved (?:off|away|from))"
              + "|\\b(?:not|won't|will not) (?:be )?renew"
              + "|cancel(?:l?ing|l?ed)? (?:our|my|the) (?:contract|subscription|plan|account)");

  private StayingWords() {}

  static boolean stay(List<String> sentences) {
    return sentences.stream().anyMatch(one -> STAY.matcher(plain(one)).find());
  }

  static boolean leave(List<String> sentences) {
    return sentences.stream().anyMatch(one -> LEAVE.matcher(plain(one)).find());
  }

  private static String plain(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ");
  }
}
