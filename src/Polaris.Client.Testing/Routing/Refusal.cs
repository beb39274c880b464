namespace Polaris.Client.Testing.Routing;

/// <summary>Ends the processing of a request with an answer.</summary>
internal sealed class Refusal(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;
}
