using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>What all prompts have in common: the server sends empty texts, not absent ones.</summary>
internal static class PromptBuilder
{
    public static WorkflowPrompt Make(
        WorkflowPromptId id,
        WorkflowPromptType type,
        WorkflowPromptOptions options,
        WorkflowPromptResult preselected) =>
        new()
        {
            WorkflowPromptId = id,
            WorkflowPromptType = type,
            WorkflowPromptOptions = options,
            DefaultPromptOption = preselected,
            AlternateMessage = "",
            AlternateYesText = "",
            AlternateNoText = "",
            AlternateCancelText = "",
            AlternateContinueText = "",
        };

    public static WorkflowPrompt Duplicates(this WorkflowPrompt prompt)
    {
        prompt.AlternateYesText = "Replace";
        prompt.AlternateNoText = "Continue";
        return prompt;
    }

    public static WorkflowPrompt With(this WorkflowPrompt prompt, WorkflowPromptExtensionType type, JsonNode data)
    {
        prompt.PromptExtension = new() { WorkflowPromptExtensionType = type, Data = Element(data) };
        return prompt;
    }

    public static WorkflowPrompt Saying(this WorkflowPrompt prompt, string title, string message)
    {
        prompt.Title = title;
        prompt.Message = message;
        return prompt;
    }

    public static JsonElement Element(JsonNode node)
    {
        using JsonDocument document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
