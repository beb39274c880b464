namespace Polaris.Client.ContractTests.Wire;

/// <summary>A request that the server is to expect, until <see cref="Answers"/> completes it.</summary>
public sealed class Expectation
{
    private readonly StubServer server;
    private readonly Stub stub;

    internal Expectation(StubServer server, Stub stub) => (this.server, this.stub) = (server, stub);

    /// <summary>Expects another value of a header, or a header more.</summary>
    public Expectation With(string header, string value) => new(
        server,
        stub with { Headers = new Dictionary<string, string>(stub.Headers) { [header] = value } });

    /// <summary>Does not expect a header that other requests carry.</summary>
    public Expectation Without(string header) => new(
        server,
        stub with { Headers = stub.Headers.Where(other => other.Key != header).ToDictionary() });

    /// <summary>Adds the stub. Several answers are given in turn; the last is given as often as the request comes.</summary>
    public void Answers(params IReadOnlyList<Answer> answers) => server.Add(stub with { Answers = answers });
}
