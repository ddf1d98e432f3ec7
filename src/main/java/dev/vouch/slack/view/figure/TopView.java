package dev.vouch.slack.view.figure;

import com.slack.api.model.block.LayoutBlock;
import dev.vouch.advocate.Contact;
import dev.vouch.slack.view.Kit;
import dev.vouch.slack.view.Lines;
import dev.vouch.slack.view.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who has advocated most, by acts alone, and what is left out of that on purpose. */
public final class TopView {
  private static final int MOST = 10;

  private TopView() {}

  /**
   * @param people with most acts first
   * @param apart partners, who gain by what they say, with most acts first
   * @param advocates how many people have at least one act, but for those
   * @param accountNames the name of an account by its id
   */
  public static Rendering of(
      List<Contact> people,
      List<Contact> apart,
      long advocates,
      UnaryOperator<String> accountNames) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (people.isEmpty()) {
      blocks.add(
          Kit.section(
              "*Nobody has advocated yet.* When a customer speaks up for us, they appear here."));
    } else {
      blocks.addAll(
          Kit.list(
              "People who spoke up for us most often",
              people,
              new Kit.Cap(MOST, advocates),
              person -> line(person, accountNames)));
    }
    blocks.addAll(
        Kit.list("Partners, apart", apart, Kit.Cap.of(MOST), person -> line(person, accountNames)));
    blocks.add(
        Kit.context(
            "By acts of advocacy that stand now, over everything heard since Vouch came here. Not"
                + " counted: likes, reactions, shares, \"+1\"s, praise, and anything said by our own"
                + " people. It is no contest: please do not show it to customers."));
    return new Rendering(
        people.isEmpty() ? "Nobody has advocated yet" : "People who spoke up for us most often",
        blocks);
  }

  static String line(Contact person, UnaryOperator<String> accountNames) {
    String account = person.account().map(accountNames).orElse(null);
    return "%s · %s of advocacy"
        .formatted(Lines.of(person.name(), account), Lines.count(person.acts(), "act"));
  }
}
