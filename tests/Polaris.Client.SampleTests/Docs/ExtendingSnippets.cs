using System.Net;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client.Workflows;
using Refit;

namespace Polaris.Client.SampleTests.Docs;

// snippet
public sealed class DeleteSerialIssuePart() : WorkflowRequest<RecordsDeleted>(Kind)
{
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteSerialIssueOrPart,
        WorkflowRequestExtensionType.DeleteSerialIssuePart,
        SerialsJson.Default.RecordsDeleted)
    {
        Prompts = [ConfirmIssueDeletePrompt.Kind],
    };

    [JsonPropertyName("IssueOrPartID")]
    public int IssueOrPartId { get; set; }

    protected override WorkflowData ToData() => WorkflowData.From(this, SerialsJson.Default.DeleteSerialIssuePart);
}
// end

// snippet
[JsonSerializable(typeof(DeleteSerialIssuePart))]
[JsonSerializable(typeof(RecordsDeleted))]
internal sealed partial class SerialsJson : JsonSerializerContext;
// end

// snippet
public sealed class ConfirmIssueDeletePrompt(PromptContext context) : ConfirmPrompt(context)
{
    public static PromptKind Kind { get; } = PromptKind.Of((WorkflowPromptId)4711, context => new ConfirmIssueDeletePrompt(context));
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

    public static void Proxy(IServiceCollection services, IConfiguration configuration)
    {
        // snippet
        services.AddPolarisClient(configuration.GetSection("Polaris"))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                Proxy = new WebProxy("http://proxy.example.org:3128"),
            });
        // end
    }
}
