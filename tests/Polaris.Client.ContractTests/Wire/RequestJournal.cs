namespace Polaris.Client.ContractTests.Wire;

/// <summary>The requests that the server received since the last reset, in order.</summary>
public sealed class RequestJournal
{
    internal RequestJournal(IReadOnlyList<ReceivedRequest> requests) => Requests = requests;

    public IReadOnlyList<ReceivedRequest> Requests { get; }

    /// <summary>The requests that no stub answered.</summary>
    public IReadOnlyList<ReceivedRequest> Unmatched => [.. Requests.Where(request => !request.WasMatched)];

    /// <summary>
    /// Asserts that exactly these requests were received, in this order, and that a stub answered each. Write a request as verb
    /// and URL: <c>GET /holdings-sources?limit=10</c>.
    /// </summary>
    public void AssertRequests(params string[] expected)
    {
        if (DifferenceFrom(expected) is { } difference) Assert.Fail(difference);
    }

    /// <summary>Asserts that a stub answered every request; the message shows the nearest stub if none did.</summary>
    public void AssertAllMatched() =>
        Assert.That(Unmatched.Select(request => $"{request}\n{request.Mismatch}"), Is.Empty);

    /// <summary>Describes how the requests differ from the expected ones; <see langword="null"/> if they do not.</summary>
    public string? DifferenceFrom(params string[] expected)
    {
        string[] actual = [.. Requests.Select(request => request.ToString())];
        if (actual.SequenceEqual(expected) && Unmatched.Count == 0) return null;
        return $"""
            Expected {expected.Length} requests:
            {Lines(expected)}
            The server received {actual.Length}, of which {Unmatched.Count} matched no stub:
            {Lines(actual)}
            {string.Join('\n', Unmatched.Select(request => request.Mismatch))}
            """;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "  " + line));
}
