namespace Polaris.Client.Tests.Http;

using Step = Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>;

/// <summary>Responds to requests one after the other as the test scripts it; one request too many fails.</summary>
/// <remarks>Sign-ins get a response of their own, so that a script contains only what its test is about.</remarks>
internal class ScriptedServer : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly Queue<Step> _steps = new();
    private readonly List<SentRequest> _sent = [];
    private readonly List<SentRequest> _requests = [];
    private readonly List<SentRequest> _signIns = [];
    private Step? _always;

    /// <summary>Every request in order, sign-ins included.</summary>
    public IReadOnlyList<SentRequest> Sent => Locked(() => _sent.ToList());

    public IReadOnlyList<SentRequest> Requests => Locked(() => _requests.ToList());

    public IReadOnlyList<SentRequest> SignIns => Locked(() => _signIns.ToList());

    public Step WhenSigningIn { get; set; } = (_, _) => Task.FromResult(Answers.SignIn());

    public ScriptedServer Then(Step step)
    {
        _steps.Enqueue(step);
        return this;
    }

    public ScriptedServer Then(Func<HttpResponseMessage> answer) => Then((_, _) => Task.FromResult(answer()));

    public ScriptedServer Then(params HttpResponseMessage[] answers)
    {
        Array.ForEach(answers, answer => _steps.Enqueue((_, _) => Task.FromResult(answer)));
        return this;
    }

    public ScriptedServer Then(int status, string? json = null) => Then(() => Answers.Json(json, status));

    public ScriptedServer ThenFails(Exception exception) => Then((_, _) => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Never answers; gives up with the caller.</summary>
    public ScriptedServer ThenHangs(TimeProvider time) => Then(async (_, token) =>
    {
        await Task.Delay(TimeSpan.FromDays(2), time, token);
        throw new InvalidOperationException("No caller gave up.");
    });

    /// <summary>What is answered when the script is over.</summary>
    public ScriptedServer Always(Func<SentRequest, HttpResponseMessage> answer) => Always((request, _) => Task.FromResult(answer(request)));

    public ScriptedServer Always(Step step)
    {
        _always = step;
        return this;
    }

    protected virtual bool IsSignIn(SentRequest sent) => sent.Path.EndsWith("authentication/staffuser", StringComparison.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sent = await SentRequest.ReadAsync(request);
        var response = await Next(sent)(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private Step Next(SentRequest sent) => Locked(() =>
    {
        _sent.Add(sent);
        if (IsSignIn(sent))
        {
            _signIns.Add(sent);
            return WhenSigningIn;
        }

        _requests.Add(sent);
        return _steps.TryDequeue(out var step) ? step : _always ?? throw new AssertionException($"{sent} was not expected.");
    });

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
