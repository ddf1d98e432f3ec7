package dev.vouch.slack.listen;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import org.jspecify.annotations.Nullable;

/**
 * Something that one of our own people decided by a button or a command, as it is kept until it is
 * done.
 *
 * @param what id of the button, or the command
 * @param value of the button, or what was typed after the command
 * @param person who it was
 * @param homeTeam their own workspace, where Slack's payload gives it
 * @param channel where it was; empty on App Home
 * @param responseUrl where they are told what came of it; null on App Home
 */
record Instruction(
    String what,
    String value,
    String person,
    @Nullable String homeTeam,
    String channel,
    @Nullable String responseUrl) {

  static Instruction pressed(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    return new Instruction(
        action.getActionId(),
        action.getValue(),
        payload.getUser().getId(),
        payload.getUser().getTeamId(),
        payload.getChannel() == null ? "" : payload.getChannel().getId(),
        payload.getResponseUrl());
  }

  static Instruction typed(SlashCommandPayload payload) {
    return new Instruction(
        payload.getCommand(),
        payload.getText() == null ? "" : payload.getText(),
        payload.getUserId(),
        null,
        payload.getChannelId(),
        payload.getResponseUrl());
  }
}
