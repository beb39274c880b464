using System.Reflection;
using System.Text.Json.Nodes;
using Polaris.Client.ConventionTests.Types;
using Polaris.Client.Workflows;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>Which type the <c>Data</c> of a workflow message has: its number determines it, by the kinds in the folders of the records.</summary>
internal static class WorkflowDataTypes
{
    /// <summary>The data in a message, with its type; null for a type that is missing.</summary>
    public static IEnumerable<(string Place, JsonNode Data, Type? Type)> In(JsonNode message)
    {
        foreach ((string member, Func<JsonObject, Type?> typeOf) in Places)
        {
            foreach (JsonObject holder in ObjectsWith(message, member))
            {
                if (holder[member]?["Data"] is { } data) yield return ($"{member}.Data", data, typeOf(holder));
            }
        }
    }

    private static readonly (string Member, Func<JsonObject, Type?> TypeOf)[] Places =
    [
        ("RequestExtension", holder => Requests().FirstOrDefault(request => Number(Kind(request), "RequestType") == Number(holder, "WorkflowRequestType"))),
        ("AnswerExtension", holder => Requests()
            .Where(request => Number(Kind(request), "RequestType") == Number(holder, "WorkflowRequestType"))
            .Select(request => request.BaseType!.GetGenericArguments()[0]).FirstOrDefault()),
        ("PromptExtension", holder => Prompts()
            .Where(prompt => (int)((PromptKind)Kind(prompt)).Id == Number(holder, "WorkflowPromptID"))
            .Select(DetailsOf).FirstOrDefault()),
        ("ReplyExtension", holder => TypeOf((WorkflowReplyExtensionType)Number(holder["ReplyExtension"]!.AsObject(), "WorkflowReplyExtensionType"))),
    ];

    private static Type? TypeOf(WorkflowReplyExtensionType number) => number switch
    {
        WorkflowReplyExtensionType.ManageLinkedRecords => typeof(Cataloging.LinkedRecordsOptions),
        WorkflowReplyExtensionType.ReplaceRecords => typeof(ReplaceRecordsData),
        _ => null,
    };

    private static IEnumerable<Type> Requests() => Assemblies.PublicTypes.Where(type => type.BaseType is { IsGenericType: true } parent
        && parent.GetGenericTypeDefinition() == typeof(Workflows.WorkflowRequest<>) && type.GetProperty("Kind") is not null);

    private static IEnumerable<Type> Prompts() => Assemblies.PublicTypes.Where(type => type.IsSubclassOf(typeof(Prompt)) && !type.IsAbstract);

    /// <summary>The second parameter of a prompt's constructor is its data.</summary>
    private static Type? DetailsOf(Type prompt) => prompt.GetConstructors().Single().GetParameters().ElementAtOrDefault(1)?.ParameterType;

    private static object Kind(Type type) => type.GetProperty("Kind", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static int Number(object kind, string property) => (int)kind.GetType().GetProperty(property)!.GetValue(kind)!;

    private static int Number(JsonObject holder, string member) => int.Parse(holder[member]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<JsonObject> ObjectsWith(JsonNode? node, string member) => node switch
    {
        JsonObject parent => parent.SelectMany(child => ObjectsWith(child.Value, member))
            .Concat(parent[member] is JsonObject ? [parent] : []),
        JsonArray list => list.SelectMany(item => ObjectsWith(item, member)),
        _ => [],
    };
}
