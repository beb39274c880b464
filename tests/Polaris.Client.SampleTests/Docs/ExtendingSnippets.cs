using System.Net;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client.Workflows;

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

/// <summary>The C# of docs/extending.md.</summary>
internal static class ExtendingSnippets
{
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
