using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests;

/// <summary>A test against the stub server, which begins with the examples of the test's <see cref="PlaysAttribute"/>.</summary>
public abstract class ContractTest
{
    /// <summary>The server of the test run.</summary>
    protected static StubServer Server => ContractTestsSetUp.Server;

    /// <summary>A server that is overloaded, and asks to be left alone for a second.</summary>
    protected static Answer Unavailable => Answer.Text(503, "Service Unavailable. Retry later").With("Retry-After", "1");

    [SetUp]
    public void ResetServer()
    {
        Server.Reset();
        OnSignIn().Answers(SignedIn);
        foreach (string name in PlaysAttribute.OfCurrentTest)
        {
            Server.Add(StubOf(Example.Read(name)));
        }
    }

    /// <summary>No request was unexpected, and every example of the test was played.</summary>
    [TearDown]
    public void AssertExamplesWerePlayed()
    {
        RequestJournal journal = Server.Journal;
        journal.AssertAllMatched();
        Assert.That(PlaysAttribute.OfCurrentTest.Except(journal.Requests.Select(request => request.Stub?.Example)), Is.Empty);
    }

    /// <summary>The request that signs in.</summary>
    protected abstract Expectation OnSignIn();

    /// <summary>The answer to it.</summary>
    protected abstract Answer SignedIn { get; }

    /// <summary>Expects a request, written as verb and path: <c>On("GET objectlocks/27/29937").Answers(404)</c>.</summary>
    /// <param name="request">The method, and the path with its query, escaped as it must be sent.</param>
    /// <param name="body">The JSON that must be sent, no more and no less; <see langword="null"/> for none.</param>
    protected Expectation On(string request, string? body = null) =>
        new(Server, Expect(request, body is null ? null : JsonNode.Parse(body)));

    /// <summary>Expects the request of a documented example, to be answered in another way.</summary>
    protected Expectation OnRequestOf(string example) => new(Server, StubOf(Example.Read(example)) with { Example = null });

    /// <summary>The answer of a documented example.</summary>
    protected static Answer AnswerOf(string example) => Example.Read(example).Answer;

    /// <summary>A request to the system of the test, with the headers that each must carry.</summary>
    protected abstract Stub Expect(string request, JsonNode? body);

    /// <summary>Waits until the server has received so many requests.</summary>
    protected static async Task WaitForRequestsAsync(int count)
    {
        var patience = TimeSpan.FromSeconds(30);
        long start = TimeProvider.System.GetTimestamp();
        while (Server.Journal.Requests.Count < count)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(patience));
            await Task.Yield();
        }
    }

    private Stub StubOf(Example example) =>
        Expect(example.Request, example.SentBody) with { Example = example.Name, Answers = [example.Answer] };
}
