using System.Net;
using System.Net.Http.Headers;
using Polaris.Client.Testing.Routing;

namespace Polaris.Client.Testing.Faults;

/// <summary>What the caller gets instead of the server's answer.</summary>
internal static class FaultAnswers
{
    private const int TooManyRequests = 429;
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);

    /// <summary>The answer that stands in for the server's; null when the fault is of another kind.</summary>
    public static Answer? Instead(FakeFault fault, TimeProvider timeProvider) => fault.Kind switch
    {
        FaultKind.Unauthorized => Answer.Empty(HttpStatusCode.Unauthorized),
        FaultKind.TooManyRequests => Later(TooManyRequests, "Too Many Requests", fault, timeProvider),
        FaultKind.ServiceUnavailable =>
            Later((int)HttpStatusCode.ServiceUnavailable, "The service is unavailable.", fault, timeProvider),
        FaultKind.ProxyHtml => BadGateway(),
        FaultKind.ProxyHtmlWithStatus200 => Answer.Html(200, "Please sign in to this network."),
        _ => null,
    };

    public static Answer BadGateway() => Answer.Html((int)HttpStatusCode.BadGateway, "502 - Bad Gateway");

    private static Answer Later(int status, string text, FakeFault fault, TimeProvider timeProvider)
    {
        TimeSpan pause = fault.Duration ?? UsualPause;
        Answer page = Answer.Html(status, text);
        return new(page.Status, page.ContentType, page.Body)
        {
            RetryAfter = fault.RetryAfterAsDate
                ? new RetryConditionHeaderValue(timeProvider.GetUtcNow() + pause)
                : new RetryConditionHeaderValue(pause),
        };
    }
}
