import { Module, type OnModuleInit } from '@nestjs/common';
import { Files } from '../../platform/files/files.js';
import { heldByEvidence } from './evidence.reads.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceService } from './evidence.service.js';

@Module({ providers: [EvidenceResolver, EvidenceService] })
export class EvidenceModule implements OnModuleInit {
  constructor(private readonly files: Files) {}

  onModuleInit(): void {
    this.files.claimedBy(heldByEvidence);
  }
}
