namespace Polaris.Client.RefitGenerator.Models;

/// <summary>One endpoint.</summary>
/// <param name="Name">The method's name, as code writes it.</param>
/// <param name="ReturnType">The declared return type.</param>
/// <param name="Answer">What becomes of the answer.</param>
/// <param name="AnswerType">The type the body is read as; empty where it is not read.</param>
/// <param name="Verb">GET, POST...</param>
/// <param name="Route">Where the endpoint is.</param>
/// <param name="Headers">The headers that every call sends.</param>
/// <param name="Parameters">The parameters in their order.</param>
internal sealed record MethodModel(
    string Name,
    string ReturnType,
    AnswerKind Answer,
    string AnswerType,
    string Verb,
    RouteModel Route,
    EquatableArray<HeaderModel> Headers,
    EquatableArray<ParameterModel> Parameters)
{
    /// <summary>Whether every call goes to the same address.</summary>
    public bool IsFixed =>
        !Route.Parts.Any(part => part.IsPlaceholder) && Parameters.All(parameter => parameter.Role != ParameterRole.Query);
}
