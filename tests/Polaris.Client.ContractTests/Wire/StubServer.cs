using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>A WireMock.Net server in this process that answers exactly what its stubs expect, and keeps a journal.</summary>
public sealed class StubServer : IDisposable
{
    private readonly AsyncLocal<(HttpContext Context, ReceivedRequest Request)> current = new();
    private readonly List<ReceivedRequest> journal = [];
    private readonly List<Stub> stubs = [];
    private readonly WireMockServer server;

    /// <summary>Starts a server on a free loopback port.</summary>
    public StubServer()
    {
        server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [$"http://{IPAddress.Loopback}:0"],
            AdditionalServiceRegistration = services => services.AddResponseCompression(),
            PreWireMockMiddlewareInit = app => ((IApplicationBuilder)app).UseResponseCompression().Use(ReceiveAsync),
        });
        BaseAddress = new Uri($"http://{IPAddress.Loopback}:{server.Port}/");
    }

    /// <summary>Where the stubs answer, with a trailing slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The requests since the last reset.</summary>
    public RequestJournal Journal
    {
        get
        {
            lock (journal)
            {
                return new RequestJournal([.. journal]);
            }
        }
    }

    /// <summary>Removes all stubs and empties the journal.</summary>
    public void Reset()
    {
        server.Reset();
        stubs.Clear();
        lock (journal)
        {
            journal.Clear();
        }
    }

    /// <summary>Adds a stub. Where several match a request, the newest answers.</summary>
    public void Add(Stub stub)
    {
        stubs.Add(stub);
        server.Given(Request.Create().Add(new Matcher(this, stub))).RespondWith(new Provider(this, stub));
    }

    public void Dispose() => server.Dispose();

    private async Task ReceiveAsync(HttpContext context, RequestDelegate next)
    {
        ReceivedRequest request = await ReceivedRequest.ReadAsync(context);
        current.Value = (context, request);
        context.Response.OnStarting(() =>
        {
            if (!request.WasMatched) Enter(request);
            return Task.CompletedTask;
        });
        await next(context);
    }

    /// <summary>Enters a request in the journal before its answer leaves.</summary>
    private void Enter(ReceivedRequest request)
    {
        if (!request.WasMatched) request.Mismatch = DescribeNearest(request);
        lock (journal)
        {
            journal.Add(request);
        }
    }

    private string DescribeNearest(ReceivedRequest request)
    {
        if (stubs.Count == 0) return "The test has no stub.";
        (Stub stub, string[] differences) = stubs
            .Select(stub => (stub, Differences: stub.DifferencesFrom(request).ToArray()))
            .MinBy(candidate => candidate.Differences.Length);
        return $"The nearest stub is {stub}. Differences:\n{string.Join('\n', differences.Select(line => "  " + line))}";
    }

    private sealed class Matcher(StubServer owner, Stub stub) : IRequestMatcher
    {
        public double GetMatchingScore(IRequestMessage requestMessage, IRequestMatchResult requestMatchResult) =>
            requestMatchResult.AddScore(typeof(Matcher), IsTheNewestMatch() ? 1 : 0, exception: null);

        private bool IsTheNewestMatch()
        {
            ReceivedRequest request = owner.current.Value.Request;
            return ReferenceEquals(owner.stubs.FindLast(other => !other.DifferencesFrom(request).Any()), stub);
        }
    }

    private sealed class Provider(StubServer owner, Stub stub) : IResponseProvider
    {
        private int answered;

        public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
            IMapping mapping, IRequestMessage requestMessage, WireMockServerSettings settings)
        {
            (HttpContext context, ReceivedRequest request) = owner.current.Value;
            Answer answer = stub.Answers[Math.Min(Interlocked.Increment(ref answered), stub.Answers.Count) - 1];
            request.Stub = stub;
            owner.Enter(request);
            await answer.PlayAsync(context);
            return await answer.ToResponse().ProvideResponseAsync(mapping, requestMessage, settings);
        }
    }
}
