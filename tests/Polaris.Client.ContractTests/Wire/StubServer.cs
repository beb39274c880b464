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

    /// <summary>Adds a stub that answers as often as it is asked.</summary>
    public void Add(Stub stub) => AddInOrder(stub);

    /// <summary>Adds stubs of which each answers only after the one before it; the last answers as often as it is asked.</summary>
    public void AddInOrder(params IReadOnlyList<Stub> steps)
    {
        var sequence = new Sequence(steps);
        foreach (Stub step in steps)
        {
            stubs.Add(step);
            server.Given(Request.Create().Add(new Matcher(this, sequence, step))).RespondWith(new Provider(this, sequence, step));
        }
    }

    public Task ResetAsync()
    {
        Reset();
        return Task.CompletedTask;
    }

    /// <summary>Adds mapping files, each by its name, such as <c>Polaris/lock-single-200</c>.</summary>
    public Task LoadAsync(params IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            IReadOnlyList<System.Text.Json.Nodes.JsonObject> mappings = MappingFile.Read(name).Stubs;
            foreach (var group in mappings.GroupBy(mapping => mapping["scenarioName"]?.ToString() ?? mapping["name"]!.ToString()))
            {
                AddInOrder([.. group.Select(MappingFile.ToStub)]);
            }
        }

        return Task.CompletedTask;
    }

    public Task<RequestJournal> ReadJournalAsync() => Task.FromResult(Journal);

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
        if (stubs.Count == 0) return "No stub is loaded.";
        (Stub stub, string[] differences) = stubs
            .Select(stub => (stub, Differences: stub.DifferencesFrom(request).ToArray()))
            .MinBy(candidate => candidate.Differences.Length);
        string[] lines = differences.Length > 0 ? differences : ["nothing but its turn: another request is expected before it"];
        return $"The nearest stub is '{stub.Name}', {stub}. It differs in:\n{string.Join('\n', lines.Select(line => "  " + line))}";
    }

    private sealed class Matcher(StubServer owner, Sequence sequence, Stub stub) : IRequestMatcher
    {
        public double GetMatchingScore(IRequestMessage requestMessage, IRequestMatchResult requestMatchResult) =>
            requestMatchResult.AddScore(
                typeof(Matcher),
                sequence.Expects(stub) && !stub.DifferencesFrom(owner.current.Value.Request).Any() ? 1 : 0,
                exception: null);
    }

    private sealed class Provider(StubServer owner, Sequence sequence, Stub stub) : IResponseProvider
    {
        public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
            IMapping mapping, IRequestMessage requestMessage, WireMockServerSettings settings)
        {
            (HttpContext context, ReceivedRequest request) = owner.current.Value;
            request.Stub = stub;
            sequence.Advance();
            owner.Enter(request);
            await stub.Answer.PlayAsync(context);
            return await stub.Answer.ToResponse().ProvideResponseAsync(mapping, requestMessage, settings);
        }
    }

    /// <summary>Whose turn it is. WireMock's own scenarios move on only after the answer, which a client may overtake.</summary>
    private sealed class Sequence(IReadOnlyList<Stub> steps)
    {
        private volatile int position;

        public bool Expects(Stub stub) => ReferenceEquals(steps[position], stub);

        public void Advance() => position = Math.Min(position + 1, steps.Count - 1);
    }
}
