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

    private static readonly Histogram<double> Workflows = Meter.CreateHistogram<double>(
        "polaris.client.workflow.duration", "s", "Workflows from their start to their end.");

    private static readonly Histogram<double> LockWaits = Meter.CreateHistogram<double>(
        "polaris.client.lock.wait", "s", "How long it took to acquire a lease.");

    public static void Retried(string route, string reason) =>
        Retries.Add(1, Tag("http.route", route), Tag("polaris.retry.reason", reason));

    public static void SignedIn(string system, string outcome) =>
        SignIns.Add(1, Tag("polaris.system", system), Tag("polaris.outcome", outcome));

    public static void Prompted(int requestType, int promptId) =>
        Prompts.Add(1, Tag("polaris.workflow.type", requestType), Tag("polaris.prompt.id", promptId));

    public static void WorkflowEnded(int requestType, string outcome, TimeSpan duration) =>
        Workflows.Record(duration.TotalSeconds, Tag("polaris.workflow.type", requestType), Tag("polaris.outcome", outcome));

    public static void LockWaited(int objectType, string outcome, TimeSpan duration) =>
        LockWaits.Record(duration.TotalSeconds, Tag("polaris.object.type", objectType), Tag("polaris.outcome", outcome));

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
