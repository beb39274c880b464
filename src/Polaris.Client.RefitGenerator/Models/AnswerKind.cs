namespace Polaris.Client.RefitGenerator.Models;

/// <summary>What becomes of the answer of a call.</summary>
internal enum AnswerKind
{
    /// <summary><c>Task</c>: the answer is dropped.</summary>
    Dropped,

    /// <summary><c>Task&lt;HttpResponseMessage&gt;</c>: the caller gets it.</summary>
    Response,

    /// <summary><c>Task&lt;T&gt;</c>: the body is read.</summary>
    Value,

    /// <summary><c>Task&lt;T?&gt;</c>: the body is read and may be null.</summary>
    ValueOrNull,
}
