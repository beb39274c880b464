using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Workflows;

/// <summary>Ties the number of a prompt to its type.</summary>
public sealed class PromptKind
{
    private readonly Func<PromptContext, Prompt?> _create;

    private PromptKind(WorkflowPromptId id, Func<PromptContext, Prompt?> create)
    {
        Id = id;
        _create = create;
    }

    /// <summary>The number of the prompt.</summary>
    public WorkflowPromptId Id { get; }

    /// <summary>A prompt without data of its own.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <param name="id">The number of the prompt.</param>
    /// <param name="create">Makes it.</param>
    public static PromptKind Of<TPrompt>(WorkflowPromptId id, Func<PromptContext, TPrompt> create)
        where TPrompt : Prompt => new(id, create);

    /// <summary>A prompt with data: with data of another kind, or unreadable data, it comes as plain <see cref="Prompt"/>.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <typeparam name="TData">The type of its data.</typeparam>
    /// <param name="id">The number of the prompt.</param>
    /// <param name="extensionType">The number of its data.</param>
    /// <param name="dataJson">How the data is read, from a source-generated context.</param>
    /// <param name="create">Makes it.</param>
    public static PromptKind Of<TPrompt, TData>(
        WorkflowPromptId id,
        WorkflowPromptExtensionType extensionType,
        JsonTypeInfo<TData> dataJson,
        Func<PromptContext, TData, TPrompt> create)
        where TPrompt : Prompt
        where TData : class =>
        new(id, context => Read(context, extensionType, dataJson) is { } data ? create(context, data) : null);

    internal Prompt? TryCreate(PromptContext context) => _create(context);

    private static TData? Read<TData>(PromptContext context, WorkflowPromptExtensionType type, JsonTypeInfo<TData> json)
        where TData : class
    {
        if (context.Wire.PromptExtension is not { Data.ValueKind: JsonValueKind.Object } extension
            || extension.WorkflowPromptExtensionType != type)
        {
            return null;
        }

        try
        {
            return extension.Data.Deserialize(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
