using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client.Workflows;
using Refit;

namespace Polaris.Client.SampleTests.Docs;

// snippet
public sealed class CheckInSerialIssue() : WorkflowRequest<SerialIssueCheckedIn>(Kind)
{
    public static WorkflowKind<SerialIssueCheckedIn> Kind { get; } = new(
        (WorkflowRequestType)22,
        (WorkflowRequestExtensionType)22,
        SerialsJson.Default.SerialIssueCheckedIn)
    {
        Prompts = [ConfirmCheckInPrompt.Kind],
    };

    [JsonPropertyName("IssueID")]
    public int IssueId { get; set; }

    protected override WorkflowData ToData() => WorkflowData.From(this, SerialsJson.Default.CheckInSerialIssue);
}

public sealed class SerialIssueCheckedIn
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Members { get; set; }
}
// end

// snippet
[JsonSerializable(typeof(CheckInSerialIssue))]
[JsonSerializable(typeof(SerialIssueCheckedIn))]
internal sealed partial class SerialsJson : JsonSerializerContext;
// end

// snippet
public sealed class ConfirmCheckInPrompt(PromptContext context) : ConfirmPrompt(context)
{
    public static PromptKind Kind { get; } = PromptKind.Of((WorkflowPromptId)4711, context => new ConfirmCheckInPrompt(context));
}
// end

// snippet
public interface IShelfLocationsApi
{
    [Get("/shelflocations")]
    Task<List<ShelfLocation>> ListAsync([AliasAs("orgid")] int organizationId, CancellationToken cancellationToken = default);
}

public sealed record ShelfLocation([property: JsonPropertyName("ShelfLocationID")] int Id, string Description);

[JsonSerializable(typeof(List<ShelfLocation>))]
internal sealed partial class ShelfLocationsJson : JsonSerializerContext;
// end

/// <summary>The C# of docs/extending.md.</summary>
internal static class ExtendingSnippets
{
    public static async Task<List<ShelfLocation>> OwnEndpointAsync(PolarisClient polaris)
    {
        // snippet
        var locations = await polaris.CreateApi<IShelfLocationsApi>(ShelfLocationsJson.Default).ListAsync(organizationId: 3);
        // end
        return locations;
    }

    public static void AddHandler(IServiceCollection services, IConfiguration configuration)
    {
        // snippet
        services.AddTransient<GatewayKeyHandler>();
        services.AddPolarisClient(configuration.GetSection("Polaris")).AddHttpMessageHandler<GatewayKeyHandler>();
        // end
    }
}

// snippet
public sealed class GatewayKeyHandler(IConfiguration configuration) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("X-Gateway-Key"); // an attempt may be the second one
        request.Headers.Add("X-Gateway-Key", configuration["GatewayKey"]);
        return base.SendAsync(request, cancellationToken);
    }
}
// end
