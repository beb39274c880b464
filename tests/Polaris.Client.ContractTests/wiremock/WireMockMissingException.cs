namespace Polaris.Client.ContractTests.WireMock;

/// <summary>This machine lacks something that WireMock needs; the message says what, and how to get it.</summary>
public sealed class WireMockMissingException(string message) : Exception(message);
