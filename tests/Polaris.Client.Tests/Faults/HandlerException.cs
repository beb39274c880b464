namespace Polaris.Client.Tests.Faults;

/// <summary>What a handler of the laboratory throws on purpose.</summary>
internal sealed class HandlerException : Exception;
