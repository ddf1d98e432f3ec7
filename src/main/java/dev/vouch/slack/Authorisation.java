package dev.vouch.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.vouch.slack.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request the token of its workspace, from {@link Tokens} and nowhere else.
 *
 * <p>Bolt's own middleware asks Slack {@code auth.test} and remembers a refusal for ten minutes, or
 * asks it for every single event; this one asks Slack nothing and remembers nothing.
 */
@SuppressWarnings("rawtypes")
final class Authorisation implements Middleware {
  private static final String NOT_INSTALLED =
      "Vouch is not installed in this workspace any more. Ask an admin to install it again.";

  private final Tokens tokens;

  Authorisation(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    for (String team : teams(request)) {
      Optional<Token> token = tokens.of(team);
      if (token.isPresent()) {
        authorise(request.getContext(), team, token.get());
        return chain.next(request);
      }
    }
    return refused(request.getRequestType());
  }

  private static void authorise(Context context, String team, Token token) {
    context.setTeamId(team);
    context.setBotToken(token.botToken());
    context.setBotUserId(token.botUserId());
    context.setBotId(token.botId());
  }

  /**
   * The workspaces that a request may belong to, likeliest first. In a channel shared between
   * companies the workspace of the person who pressed is not always ours.
   */
  private static List<String> teams(Request<?> request) {
    List<String> teams = new ArrayList<>();
    if (request instanceof BlockActionRequest action) {
      add(teams, installed(action.getPayload().getView()));
      add(teams, request.getContext().getTeamId());
      add(teams, action.getPayload().getUser().getTeamId());
    } else if (request instanceof ViewSubmissionRequest submission) {
      add(teams, installed(submission.getPayload().getView()));
      add(teams, request.getContext().getTeamId());
      add(teams, submission.getPayload().getUser().getTeamId());
    } else {
      add(teams, request.getContext().getTeamId());
    }
    return teams;
  }

  private static @Nullable String installed(@Nullable View view) {
    return view == null ? null : view.getAppInstalledTeamId();
  }

  private static void add(List<String> teams, @Nullable String team) {
    if (team != null && !teams.contains(team)) {
      teams.add(team);
    }
  }

  private static Response refused(RequestType type) {
    if (type != RequestType.Command) {
      return Response.ok();
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("response_type", "ephemeral");
    answer.addProperty("text", NOT_INSTALLED);
    return Response.json(200, answer.toString());
  }
}
