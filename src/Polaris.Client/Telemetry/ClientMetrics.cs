using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Polaris.Client.Telemetry;

/// <summary>The meter and the activity source of the library, both named <c>Polaris.Client</c>.</summary>
internal static class ClientMetrics
{
    public const string Name = "Polaris.Client";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "polaris.client.retries", "{retry}", "Requests that were sent again.");

    private static readonly Counter<long> SignIns = Meter.CreateCounter<long>(
        "polaris.client.sign_ins", "{sign_in}", "Sign-ins and token renewals.");

    private static readonly Counter<long> Prompts = Meter.CreateCounter<long>(
        "polaris.client.workflow.prompts", "{prompt}", "Prompts that a server raised.");

    // The default boundaries of histograms are meant for milliseconds.
    private static readonly Histogram<double> Workflows = Meter.CreateHistogram(
        "polaris.client.workflow.duration", "s", "Workflows from their start to their end.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300] });

    private static readonly Histogram<double> LockWaits = Meter.CreateHistogram(
        "polaris.client.lock.wait", "s", "How long it took to acquire a lease.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    public static void Retried(ClientIdentity client, string? tenant, string route, string reason) =>
        Retries.Add(1, With(client.Tags(tenant), "http.route", route, "polaris.retry.reason", reason));

    public static void SignedIn(ClientIdentity client, string? tenant, string system, string outcome) =>
        SignIns.Add(1, With(client.Tags(tenant), "polaris.system", system, "polaris.outcome", outcome));

    public static void Prompted(ClientIdentity client, int requestType, int promptId) =>
        Prompts.Add(1, With(client.Tags(), "polaris.workflow.type", requestType, "polaris.prompt.id", promptId));

    public static void WorkflowEnded(ClientIdentity client, int requestType, string outcome, TimeSpan duration) =>
        Workflows.Record(duration.TotalSeconds, With(client.Tags(), "polaris.workflow.type", requestType, "polaris.outcome", outcome));

    public static void LockWaited(ClientIdentity client, int objectType, string outcome, TimeSpan duration) =>
        LockWaits.Record(duration.TotalSeconds, With(client.Tags(), "polaris.object.type", objectType, "polaris.outcome", outcome));

    private static TagList With(TagList tags, string first, object firstValue, string second, object secondValue)
    {
        tags.Add(first, firstValue);
        tags.Add(second, secondValue);
        return tags;
    }
}
