using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>The responses that replace the server's.</summary>
internal static class FaultAnswers
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(5);

    public static FakeResponse BadGateway { get; } = FakeResponse.Html(502, "502 - Bad Gateway");

    /// <summary>The response that replaces the server's; <c>null</c> if the fault is of another kind.</summary>
    public static FakeResponse? Instead(FakeFault fault, DateTimeOffset now) => fault.Kind switch
    {
        FaultKind.Unauthorized => FakeResponse.Empty(401),
        FaultKind.TooManyRequests => Later(FakeResponse.Html(429, "Too Many Requests"), fault, now),
        FaultKind.ServiceUnavailable => Later(FakeResponse.Html(503, "The service is unavailable."), fault, now),
        FaultKind.ProxyHtml => BadGateway,
        FaultKind.ProxyHtmlWithStatus200 => FakeResponse.Html(200, "Please sign in to this network."),
        _ => null,
    };

    private static FakeResponse Later(FakeResponse page, FakeFault fault, DateTimeOffset now)
    {
        TimeSpan pause = fault.Duration ?? UsualPause;
        return page.With("Retry-After", fault.RetryAfterAsDate
            ? (now + pause).ToString("r", CultureInfo.InvariantCulture)
            : ((long)pause.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }
}
