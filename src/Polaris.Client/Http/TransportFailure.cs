namespace Polaris.Client.Http;

/// <summary>Recognises the exceptions of a network that gave no answer, and what they prove.</summary>
internal static class TransportFailure
{
    /// <summary>Whether the exception means that no answer came.</summary>
    public static bool Is(Exception exception, CancellationToken callersToken) => exception switch
    {
        OperationCanceledException => !callersToken.IsCancellationRequested,
        HttpRequestException or IOException or InvalidDataException or TimeoutException => true,
        _ => false,
    };

    /// <summary>What happened, in words.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        TimeoutException or OperationCanceledException => "took longer than the time-out",
        _ when DoubtOf.NeverLeft(exception) => "could not be sent: no connection to the server",
        _ => "got no answer: the connection broke",
    };
}
