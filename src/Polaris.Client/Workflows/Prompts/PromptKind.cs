using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Json;

namespace Polaris.Client.Workflows;

/// <summary>Maps the ID of a prompt to its type. The library's own prompts are known in every workflow.</summary>
public sealed class PromptKind
{
    private PromptKind(WorkflowPromptId id, Type promptType, Func<PromptContext, Prompt> create)
    {
        Id = id;
        PromptType = promptType;
        Create = create;
    }

    /// <summary>The ID of the prompt.</summary>
    public WorkflowPromptId Id { get; }

    internal Type PromptType { get; }

    internal Func<PromptContext, Prompt> Create { get; }

    /// <summary>Describes a prompt without data of its own.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <param name="id">The ID of the prompt.</param>
    /// <param name="create">Creates the prompt.</param>
    public static PromptKind Of<TPrompt>(WorkflowPromptId id, Func<PromptContext, TPrompt> create)
        where TPrompt : Prompt => new(id, typeof(TPrompt), create ?? throw new ArgumentNullException(nameof(create)));

    /// <summary>Describes a prompt with data.</summary>
    /// <typeparam name="TPrompt">The type of the prompt.</typeparam>
    /// <typeparam name="TData">The type of the data.</typeparam>
    /// <param name="id">The ID of the prompt.</param>
    /// <param name="dataJson">The metadata of the data, from a source-generated context.</param>
    /// <param name="create">Creates the prompt.</param>
    /// <remarks>
    /// The prompt reaches its handler whatever its data is: without data it gets an empty <typeparamref name="TData"/>, and a value
    /// that cannot be read becomes null. <see cref="Prompt.Wire"/> contains the data as received.
    /// </remarks>
    public static PromptKind Of<TPrompt, TData>(
        WorkflowPromptId id, JsonTypeInfo<TData> dataJson, Func<PromptContext, TData, TPrompt> create)
        where TPrompt : Prompt
        where TData : class, new()
    {
        _ = dataJson ?? throw new ArgumentNullException(nameof(dataJson));
        _ = create ?? throw new ArgumentNullException(nameof(create));
        return new(id, typeof(TPrompt), context => create(context, TolerantJson.Read(context.Wire.PromptExtension?.Data ?? default, dataJson)));
    }
}
