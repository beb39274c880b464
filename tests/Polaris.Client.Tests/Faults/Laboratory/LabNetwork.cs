using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>All that lies between one client and the server: connections, and gateways that lose patience before the server does.</summary>
internal sealed class LabNetwork(LabWorld world, LabServer server, int client, Func<string?> lastSeen) : HttpMessageHandler
{
    private static readonly Trouble[] Usual =
    [
        Trouble.Slow, Trouble.Slow, Trouble.Slow, Trouble.NotConnected, Trouble.ResetBeforeProcessing, Trouble.ResetAfterProcessing,
        Trouble.GatewayGaveUp, Trouble.GatewayGaveUp, Trouble.GatewayDown, Trouble.PageInstead, Trouble.PageAfterProcessing,
        Trouble.BrokenBody, Trouble.SlowBody, Trouble.Unauthorized, Trouble.Sloppy, Trouble.Sloppy, Trouble.Redirected,
        Trouble.WrongObject, Trouble.PlainNotFound,
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = server.Note(await ReceiveAsync(request));
        if (call.Trouble == Trouble.NotConnected)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));
        }

        try
        {
            var response = await CarryAsync(call, request.Headers.Authorization?.ToString(), cancellationToken);
            response.RequestMessage = request;
            if (world.SendsDateHeader)
            {
                response.Headers.Date = world.WebTime();
            }

            call.Line += $" -> {(int)response.StatusCode}";
            return response;
        }
        catch (OperationCanceledException)
        {
            call.HasGivenUp = true;
            call.Line += string.Create(CultureInfo.InvariantCulture, $" given up at {world.Clock.Elapsed.TotalSeconds:0.000}");
            throw;
        }
        catch (HttpRequestException)
        {
            call.Line += " -> connection reset";
            throw;
        }
    }

    private async Task<LabCall> ReceiveAsync(HttpRequestMessage request)
    {
        // Content of requests is held in memory, so this does not wait.
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        var path = request.RequestUri!.AbsolutePath.Split("/20/")[1].Split('/');
        var isSignIn = path[0] == "authentication";
        string[] below = isSignIn ? path : path[3..];
        var name = $"{request.Method} {string.Join('/', below)}";
        var what = $"{client} {System.Text.RegularExpressions.Regex.Replace(name, "[0-9a-f-]{36}", "guid")}";
        var draw = new Draw(world.Seed, what, server.CountOccurrence(what));
        var call = new LabCall
        {
            Client = client,
            Method = request.Method.Method,
            Path = below,
            WorkstationId = isSignIn ? 0 : int.Parse(path[2], CultureInfo.InvariantCulture),
            Body = body.Length == 0 ? null : JsonNode.Parse(body),
            Draw = draw,
            SentAt = world.Clock.Elapsed,
            Trouble = Choose(draw, name),
            SeenWhenSent = lastSeen(),
        };
        call.Line = string.Create(CultureInfo.InvariantCulture, $"{call.SentAt.TotalSeconds,9:0.000} [{client}] {name} {call.Trouble}{Reply(call)}:");
        return call;
    }

    private static string Reply(LabCall call) => call.Method == "PUT" ? $" (prompt {call.Body!["WorkflowPromptID"]}, result {call.Body["WorkflowPromptResult"]})" : "";

    private Trouble Choose(Draw draw, string name) =>
        name.Contains(world.Focus, StringComparison.Ordinal) && world.Clock.Elapsed < world.CalmAfter && draw.Fraction() < world.FaultRate
            ? draw.Of(Usual) : Trouble.None;

    private async Task<HttpResponseMessage> CarryAsync(LabCall call, string? authorization, CancellationToken cancellationToken)
    {
        var draw = call.Draw;
        var longest = world.Timeout * 3;
        await Task.Delay(Moment(draw, 20), world.Clock, cancellationToken);
        if (call.Path[0] != "authentication" && (call.Trouble == Trouble.Unauthorized || !server.IsTokenValid(authorization)))
        {
            server.RevokeTokens();
            return Deliver(call, new LabAnswer(401, ""));
        }

        switch (call.Trouble)
        {
            case Trouble.ResetBeforeProcessing:
                throw Reset();
            case Trouble.GatewayDown:
                return Deliver(call, Gateway(draw), retryAfter: draw.OneIn(2));
            case Trouble.PageInstead:
                return Deliver(call, draw.OneIn(2) ? LabAnswer.Page(200) : LabAnswer.Plain(200, draw.Of("Please sign in.", "false", "OK")));
            case Trouble.PlainNotFound:
                return Deliver(call, draw.OneIn(2) ? LabAnswer.Plain(404, "no such backend") : LabAnswer.Page(404));
            case Trouble.Redirected:
                var redirect = Deliver(call, LabAnswer.Page(draw.Of(302, 307, 308)));
                redirect.Headers.Location = new Uri("https://elsewhere.example/");
                return redirect;
            case Trouble.GatewayGaveUp:
                var processing = draw.Time(longest) + Moment(draw, 50);
                _ = server.ProcessAsync(call, processing);
                var patience = draw.Time(processing < world.Timeout ? processing : world.Timeout);
                await Task.Delay(patience, world.Clock, cancellationToken);
                call.HasGivenUp = !call.WasProcessed;
                return Deliver(call, Gateway(draw));
        }

        var working = server.ProcessAsync(call, call.Trouble == Trouble.Slow ? draw.Time(longest) : Moment(draw, 150));
        var answer = await working.WaitAsync(cancellationToken);
        await Task.Delay(Moment(draw, 20), world.Clock, cancellationToken);
        switch (call.Trouble)
        {
            case Trouble.ResetAfterProcessing:
                throw Reset();
            case Trouble.PageAfterProcessing:
                return Deliver(call, draw.OneIn(2) ? LabAnswer.Page(draw.Of(200, 500, 502)) : LabAnswer.Plain(200, "OK"));
            case Trouble.Sloppy:
                Sloppiness.Spoil(answer, draw);
                call.Line += $" {answer.Text}";
                break;
            case Trouble.WrongObject when call.Path[0] != "workflow" || call.Method != "POST":
                Sloppiness.NameAnotherObject(answer, draw);
                call.Line += $" {answer.Text}";
                break;
        }

        var response = Deliver(call, answer);
        if (call.Trouble is Trouble.BrokenBody or Trouble.SlowBody)
        {
            var breaksOff = call.Trouble == Trouble.BrokenBody;
            var wait = breaksOff ? Moment(draw, 50) : draw.Time(longest);
            Replace(response, new LabBody(answer.Bytes, wait, breaksOff, world.Clock, () => Received(call)));
        }
        else if (call.Trouble is not (Trouble.WrongObject or Trouble.Sloppy))
        {
            Received(call);
        }

        return response;
    }

    private void Received(LabCall call)
    {
        call.WasAnswered = true;
        foreach (var talk in server.Workflows.All.Values.Where(talk => talk.Start == call))
        {
            LabWorkflows.MarkKnown(talk);
        }
    }

    private static TimeSpan Moment(Draw draw, int milliseconds) => TimeSpan.FromTicks(10_000 + (long)(draw.Fraction() * milliseconds * 10_000));

    private static HttpRequestException Reset() => new(
        HttpRequestError.ResponseEnded, "reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset)));

    private static LabAnswer Gateway(Draw draw) => draw.Below(3) switch
    {
        0 => LabAnswer.Page(draw.Of(502, 503, 504)),
        1 => LabAnswer.Plain(draw.Of(502, 503, 504), "upstream request timeout"),
        _ => LabAnswer.Json(new JsonObject { ["message"] = "The upstream server is timing out" }, 504),
    };

    private HttpResponseMessage Deliver(LabCall call, LabAnswer answer, bool retryAfter = false)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(answer.Bytes) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(answer.MediaType) { CharSet = "utf-8" };
        if (retryAfter)
        {
            response.Headers.RetryAfter = call.Draw.Below(3) switch
            {
                0 => new RetryConditionHeaderValue(TimeSpan.Zero),
                1 => new RetryConditionHeaderValue(world.WebTime().AddMinutes(-5)),
                _ => new RetryConditionHeaderValue(TimeSpan.FromSeconds(3)),
            };
        }

        return response;
    }

    private static void Replace(HttpResponseMessage response, LabBody body)
    {
        var content = new StreamContent(body);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = content;
    }
}
