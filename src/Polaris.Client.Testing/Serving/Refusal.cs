namespace Polaris.Client.Testing;

/// <summary>Ends the processing of a request with a response.</summary>
internal sealed class Refusal(FakeResponse response) : Exception
{
    public FakeResponse Response { get; } = response;
}
